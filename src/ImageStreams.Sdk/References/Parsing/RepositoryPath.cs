namespace ImageStreams.References;

/// <summary>The length of the part of a repository's text without a tag and a digest.</summary>
/// <remarks>
/// A cache beside the text. It adds no information, so any two are equal: a record with a filled cache equals one without.
/// The default value is not computed yet. A single number, which one thread may write while another reads it.
/// </remarks>
internal readonly struct RepositoryPath : IEquatable<RepositoryPath>
{
    private const int Invalid = -1;

    /// <summary>The length plus one; 0 means not computed.</summary>
    private readonly int _state;

    private RepositoryPath(int state) => _state = state;

    /// <summary>Gets a value indicating whether the length was computed.</summary>
    public bool IsComputed => _state != 0;

    /// <summary>Gets a value indicating whether the text is a reference.</summary>
    public bool IsValid => _state > 0;

    /// <summary>The length of the path; 0 when the repository is a registry alone.</summary>
    public int Length => _state - 1;

    /// <summary>Reads a repository; allocates nothing.</summary>
    public static RepositoryPath FromRepository(string repository) =>
        new(ReferenceScanner.TryScan(repository, out var layout, out _) ? layout.Name.Start + layout.Name.Length + 1 : Invalid);

    /// <inheritdoc/>
    public bool Equals(RepositoryPath other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RepositoryPath;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
