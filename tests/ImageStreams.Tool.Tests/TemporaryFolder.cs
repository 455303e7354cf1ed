namespace ImageStreams.Tests.Tool;

/// <summary>A folder for one test, deleted at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("imagestreams-tool-").FullName;

    public string Path { get; }

    /// <summary>Writes a file, and returns its path.</summary>
    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Reads a file.</summary>
    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    /// <summary>Replaces the folder in a text, which differs from run to run.</summary>
    public string Hide(string text) => text.Replace(Path + "/", "", StringComparison.Ordinal).Replace(Path, "DIR", StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
