using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>Writes scalars as JSON.</summary>
internal static class ScalarJson
{
    public static void Write(Utf8JsonWriter json, TextTree tree, int node, ScalarReading reading)
    {
        var text = tree.GetTextSpan(node);
        ref readonly var scalar = ref tree.Nodes[node];
        switch (reading)
        {
            case ScalarReading.Text:
                json.WriteStringValue(text);
                break;
            case ScalarReading.True or ScalarReading.False:
                json.WriteBooleanValue(reading == ScalarReading.True);
                break;
            case ScalarReading.Octal:
                WriteNumber(json, text, FromOctal(text));
                break;
            case ScalarReading.Grouped:
                json.WriteRawValue(JsonNumberText.FromDecimal(text.ToString().Replace("_", "", StringComparison.Ordinal)), true);
                break;
            default:
                WriteByType(json, text, FindType(scalar, text));
                break;
        }
    }

    /// <summary>Finds the type of a scalar: by its tag, its quotes, and its text.</summary>
    public static YamlScalarType FindType(in TextNode scalar, ReadOnlySpan<char> text)
    {
        if (scalar.Tag == TextNodeTag.None)
        {
            return scalar.Style == TextNodeStyle.Plain ? YamlSchema.Find(text) : YamlScalarType.Text;
        }

        var type = YamlSchema.Find(text);
        return scalar.Tag switch
        {
            TextNodeTag.Text => YamlScalarType.Text,
            TextNodeTag.Null => YamlScalarType.Null,
            _ => type is YamlScalarType.Null ? YamlScalarType.Text : type,
        };
    }

    private static void WriteByType(Utf8JsonWriter json, ReadOnlySpan<char> text, YamlScalarType type)
    {
        switch (type)
        {
            case YamlScalarType.Null:
                json.WriteNullValue();
                break;
            case YamlScalarType.True or YamlScalarType.False:
                json.WriteBooleanValue(type == YamlScalarType.True);
                break;
            case YamlScalarType.Integer or YamlScalarType.Float when JsonNumber.IsValid(text):
                json.WriteRawValue(text, skipInputValidation: true);
                break;
            case YamlScalarType.Integer or YamlScalarType.Float:
                json.WriteRawValue(JsonNumberText.FromDecimal(text), skipInputValidation: true);
                break;
            case YamlScalarType.Octal:
                WriteNumber(json, text, JsonNumberText.FromOctal(text[2..]));
                break;
            case YamlScalarType.Hexadecimal:
                WriteNumber(json, text, JsonNumberText.FromHexadecimal(text[2..]));
                break;
            default:
                json.WriteStringValue(text);
                break;
        }
    }

    private static string? FromOctal(ReadOnlySpan<char> text)
    {
        var value = JsonNumberText.FromOctal(text.TrimStart("+-"));
        return text[0] == '-' && value is not null ? $"-{value}" : value;
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<char> text, string? number)
    {
        if (number is null)
        {
            json.WriteStringValue(text);
        }
        else
        {
            json.WriteRawValue(number, skipInputValidation: true);
        }
    }
}
