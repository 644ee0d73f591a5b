import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.xmlbeans.SchemaType;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.officeDocument.x2006.extendedProperties.PropertiesDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FontsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** Holds the parts of a .docx to the schemas of ECMA-376, as Apache POI has compiled them, and prints what they object to. */
public class Validate {
    public static void main(String[] args) throws Exception {
        Map<String, SchemaType> parts = new LinkedHashMap<>();
        parts.put("word/document.xml", DocumentDocument.type);
        parts.put("word/styles.xml", StylesDocument.type);
        parts.put("word/settings.xml", SettingsDocument.type);
        parts.put("word/fontTable.xml", FontsDocument.type);
        parts.put("word/footer1.xml", FtrDocument.type);
        parts.put("word/footer2.xml", FtrDocument.type);
        parts.put("docProps/app.xml", PropertiesDocument.type);
        for (String file : args) {
            validate(file, parts);
        }
    }

    private static void validate(String file, Map<String, SchemaType> parts) throws Exception {
        try (ZipFile zip = new ZipFile(file)) {
            for (Map.Entry<String, SchemaType> part : parts.entrySet()) {
                List<XmlError> errors = new ArrayList<>();
                XmlBeans.getContextTypeLoader()
                        .parse(zip.getInputStream(zip.getEntry(part.getKey())), part.getValue(), null)
                        .validate(new XmlOptions().setErrorListener(errors));
                for (XmlError error : errors) {
                    System.out.println(part.getKey() + ": " + error);
                }
            }
        }
    }
}
