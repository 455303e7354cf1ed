namespace ImageStreams.Manifests;

/// <summary>A file, or another text, that manifests were read from.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ManifestFile
{
    private TextReadResult? _reading;

    internal ManifestFile(SourceText source, FileEncoding encoding, string? fullPath)
    {
        Source = source;
        Encoding = encoding;
        FullPath = fullPath;
    }

    /// <summary>The name as it was given, or found in a folder; <c>-</c> for standard input.</summary>
    public string Name => Source.Name;

    /// <summary>The full path; null for a text that is not from a file.</summary>
    public string? FullPath { get; }

    /// <summary>The text, without a byte order mark.</summary>
    public string Text => Source.Text;

    /// <summary>The text and its lines.</summary>
    internal SourceText Source { get; }

    /// <summary>The documents of the text and what is wrong with them; read once.</summary>
    internal TextReadResult Reading => _reading ??= TextReading.Read(Source, TextLimits.Default);

    /// <summary>The encoding, with or without a byte order mark.</summary>
    internal FileEncoding Encoding { get; }

    /// <summary>Encodes the text as the file has it: the bytes that were read.</summary>
    public byte[] ToBytes() => ToBytes(Text);

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;

    /// <summary>Encodes another text as the file does, byte order mark included.</summary>
    internal byte[] ToBytes(string text) => FileEncodings.Encode(text, Encoding);
}
