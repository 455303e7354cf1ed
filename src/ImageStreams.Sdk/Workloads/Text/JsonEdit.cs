namespace ImageStreams.Workloads;

/// <summary>A piece of a JSON text, and what is to stand in its place.</summary>
internal readonly record struct JsonEdit(int Start, int End, byte[] Replacement)
{
    /// <summary>By how many bytes it moves what stands behind it.</summary>
    public int Growth => Replacement.Length - (End - Start);
}
