using System.Xml;
using Microsoft.Build.Framework;

namespace ImageStreams.MSBuild;

/// <summary>The place of an item in the file that defines it.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1; 0 when it is not known.</param>
/// <param name="Column">The column, from 1; 0 when it is not known.</param>
internal readonly record struct ItemPlace(string File, int Line, int Column)
{
    private static readonly string[] Elements = ["ImageStreamBaseImage", "ImageStreamTag", "ContainerBaseImageStreamTag"];

    /// <summary>The metadata with the file that defines an item: a target that copies items would count as their definition.</summary>
    private const string Origin = "DefinedIn";

    /// <summary>Finds the place of a tag: the element that names it, or else the first one that can have made it, as when the text
    /// comes from a property.</summary>
    public static ItemPlace Find(ITaskItem tag, string projectFile)
    {
        var defining = tag.GetMetadata(Origin);
        string[] files = defining.Length == 0 || defining == projectFile ? [projectFile] : [projectFile, defining];
        var likely = files.SelectMany(Read).OrderByDescending(one => Rate(one.Text, tag.ItemSpec)).FirstOrDefault();
        return likely.Place.Line > 0 ? likely.Place : new ItemPlace(projectFile, 0, 0);
    }

    /// <summary>Rates an element: a tag may be part of another one, as <c>dotnet:1</c> is of <c>dotnet:10</c>.</summary>
    private static int Rate(string text, string tag)
    {
        if (text.Split(';', StringSplitOptions.TrimEntries).Contains(tag))
        {
            return 2;
        }

        return text.Contains(tag, StringComparison.Ordinal) ? 1 : 0;
    }

    /// <summary>Reads the elements of a file that make tags; none when it cannot be read.</summary>
    private static List<(string Text, ItemPlace Place)> Read(string file)
    {
        var found = new List<(string, ItemPlace)>();
        try
        {
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && Array.IndexOf(Elements, reader.LocalName) >= 0)
                {
                    found.Add(ReadElement(reader, file));
                }
            }
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Without its place, the message still names the tag.
        }

        return found;
    }

    private static (string Text, ItemPlace Place) ReadElement(XmlReader reader, string file)
    {
        var line = (IXmlLineInfo)reader;
        var place = new ItemPlace(file, line.LineNumber, line.LinePosition);
        var text = reader.GetAttribute("Include");
        return (text ?? (reader.IsEmptyElement ? "" : ReadText(reader)), place);
    }

    private static string ReadText(XmlReader reader) => reader.Read() && reader.NodeType == XmlNodeType.Text ? reader.Value : "";
}
