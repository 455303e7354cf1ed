namespace ImageStreams.Kubernetes;

/// <summary>One of the ConfigMaps of a section, whose records are divided by their keys.</summary>
/// <param name="Section">The section.</param>
/// <param name="Number">The number of the part, from 0 up.</param>
internal readonly record struct StatePart(string Section, int Number)
{
    /// <summary>The number of parts of each section; it never changes, since it says where a record is.</summary>
    public const int Count = 32;

    private const uint HashStart = 2166136261;
    private const uint HashFactor = 16777619;

    /// <summary>Finds the part of an encoded key, by an FNV-1a hash of it.</summary>
    public static StatePart Find(string section, string encodedKey)
    {
        var hash = HashStart;
        foreach (var character in encodedKey)
        {
            hash = unchecked((hash ^ character) * HashFactor);
        }

        // The lowest bits of FNV alone are weak.
        return new StatePart(section, (int)((hash ^ (hash >> 16)) % Count));
    }
}
