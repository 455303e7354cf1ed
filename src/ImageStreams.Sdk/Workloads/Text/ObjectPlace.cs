namespace ImageStreams.Workloads;

/// <summary>The place of an object in a JSON text at which its first member can be inserted.</summary>
/// <param name="Start">The offset of the opening brace, or of a null in its stead.</param>
/// <param name="End">The offset after it.</param>
/// <param name="IsNull">True when there is a null.</param>
internal readonly record struct ObjectPlace(int Start, int End, bool IsNull = false)
{
    /// <summary>Creates the edit that inserts the first member; a null becomes an object.</summary>
    public JsonEdit Insert(byte[] member, ReadOnlySpan<byte> text)
    {
        if (IsNull)
        {
            return new JsonEdit(Start, End, [(byte)'{', .. member, (byte)'}']);
        }

        var isEmpty = text[End..].TrimStart(" \t\r\n"u8) is [(byte)'}', ..];
        return new JsonEdit(End, End, isEmpty ? member : [.. member, (byte)',']);
    }
}
