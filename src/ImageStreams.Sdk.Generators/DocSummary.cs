using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace ImageStreams.Generators;

/// <summary>Reads what the documentation says about a symbol, as plain text for readers of the API.</summary>
internal static class DocSummary
{
    private const string Question = "Gets a value indicating whether ";
    private const string Answer = "True when ";

    /// <summary>Reads the summary; null when there is none.</summary>
    public static string? Read(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml();
        var text = string.IsNullOrEmpty(xml) ? "" : Read(xml!);
        return text.Length == 0 ? null : text;
    }

    private static string Read(string xml)
    {
        try
        {
            var summary = XElement.Parse(xml).Element("summary");
            var text = Join(summary is null ? "" : ReadNodes(summary));
            return text.StartsWith(Question, StringComparison.Ordinal) ? Answer + text.Substring(Question.Length) : text;
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static string Join(string text) => string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string ReadNodes(XElement element) => string.Concat(element.Nodes().Select(static node => node switch
    {
        XText text => text.Value,
        XElement reference when reference.IsEmpty => ReadName(reference),
        XElement inner => ReadNodes(inner),
        _ => "",
    }));

    /// <summary>Reads the last part of the name in a reference, or the keyword.</summary>
    private static string ReadName(XElement reference)
    {
        var name = (reference.Attribute("langword") ?? reference.Attribute("cref") ?? reference.Attribute("name"))?.Value ?? "";
        return name.Substring(name.LastIndexOf('.') + 1);
    }
}
