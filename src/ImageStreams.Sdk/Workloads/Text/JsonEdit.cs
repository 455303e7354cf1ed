namespace ImageStreams.Workloads;

/// <summary>A range of a JSON text, and its replacement.</summary>
internal readonly record struct JsonEdit(int Start, int End, byte[] Replacement)
{
    /// <summary>The number of bytes by which the text after the range moves.</summary>
    public int Growth => Replacement.Length - (End - Start);
}
