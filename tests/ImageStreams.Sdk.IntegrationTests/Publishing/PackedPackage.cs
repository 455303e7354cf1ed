using System.IO.Compression;
using System.Xml.Linq;

namespace ImageStreams.IntegrationTests.Publishing;

/// <summary>A package, opened for reading.</summary>
internal sealed class PackedPackage(string path) : IDisposable
{
    private readonly ZipArchive _archive = ZipFile.OpenRead(path);

    public string Path => path;

    /// <summary>The paths of all files in it.</summary>
    public IReadOnlyList<string> Files => [.. _archive.Entries.Select(entry => entry.FullName)];

    public void Dispose() => _archive.Dispose();

    public byte[] Read(string file)
    {
        using var stream = _archive.GetEntry(file)!.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    public string ReadText(string file)
    {
        using var reader = new StreamReader(_archive.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    public XDocument ReadXml(string file)
    {
        using var stream = _archive.GetEntry(file)!.Open();
        return XDocument.Load(stream);
    }

    /// <summary>Reads an element of the nuspec; null if it is absent.</summary>
    public XElement? FindMetadata(string name) => ReadXml(Assert.Single(Files, file => file.EndsWith(".nuspec", StringComparison.Ordinal)))
        .Root!.Elements().Single(element => element.Name.LocalName == "metadata")
        .Elements().SingleOrDefault(element => element.Name.LocalName == name);
}
