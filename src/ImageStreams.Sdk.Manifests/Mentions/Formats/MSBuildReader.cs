using System.Xml;

namespace ImageStreams.Manifests;

/// <summary>Reads the property <c>ContainerBaseImage</c> in projects and their imports.</summary>
internal sealed class MSBuildReader : IMentionReader
{
    private const string Property = "ContainerBaseImage";

    /// <inheritdoc/>
    public ImageMentionFormat Format => ImageMentionFormat.MSBuild;

    /// <inheritdoc/>
    public void Read(MentionReading reading)
    {
        if (!reading.Text.Contains(Property, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var lines = new XmlLines(reading.Text);
        try
        {
            ReadProperties(reading, lines);
        }
        catch (XmlException error)
        {
            reading.Add(MentionTexts.NotXml(reading.GetPlace(lines.GetOffset(error.LineNumber, error.LinePosition)), GetReason(error)));
        }
    }

    private static void ReadProperties(MentionReading reading, XmlLines lines)
    {
        using var text = new StringReader(reading.Text);
        using var xml = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        var place = (IXmlLineInfo)xml;
        var isProperty = false;
        while (xml.Read())
        {
            if (isProperty && xml.NodeType is (XmlNodeType.Text or XmlNodeType.CDATA))
            {
                Add(reading, lines.GetOffset(place.LineNumber, place.LinePosition), xml.Value.Trim());
            }

            isProperty = xml.NodeType == XmlNodeType.Element
                ? !xml.IsEmptyElement && xml.LocalName.Equals(Property, StringComparison.OrdinalIgnoreCase)
                : isProperty && xml.NodeType is (XmlNodeType.Comment or XmlNodeType.Whitespace);
        }
    }

    /// <summary>Adds a name; one with entities cannot be edited.</summary>
    private static void Add(MentionReading reading, int start, string value)
    {
        var text = reading.Text;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var isPart = string.CompareOrdinal(text, start, value, 0, value.Length) == 0;
        var length = isPart ? value.Length : Math.Max(1, text.AsSpan(start).IndexOf('<'));
        var span = new TextSpan(start, start + length);
        var name = isPart ? Expand(text, span) : new VariableValue([], MentionTexts.Escaped);
        reading.Add(MentionDraft.Create(Property, span, name));
    }

    private static VariableValue Expand(string text, TextSpan span) =>
        new VariableExpansion(MappedText.Create(text, span.Start, span.End), _ => null).Expand(0, span.Length);

    /// <summary>Gets the message of an error without its position, which the place has.</summary>
    private static string GetReason(XmlException error)
    {
        var end = error.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..end];
    }
}
