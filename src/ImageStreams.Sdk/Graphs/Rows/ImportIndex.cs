using System.Collections.Immutable;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>The tags that import images outside the streams, by a hash of the image's name.</summary>
/// <remarks>
/// <para>Built when it is first asked, in one pass over the tags. The versions that follow share it, and keep above it the
/// tags whose import has changed since; when those are many, the next question builds it again. It takes eight bytes for each
/// tag that imports.</para>
/// <para>An entry may be out of date, and different names may have the same hash: the caller checks each tag.</para>
/// </remarks>
internal sealed class ImportIndex
{
    /// <summary>The number of changes that even a small index may keep.</summary>
    private const int MaxChanges = 1000;

    private static readonly long[] None = [];

    /// <summary>The hashes, each with the node of a tag in the lower half, in ascending order; null until it is built.</summary>
    private long[]? _shared;

    private ImmutableSortedSet<long> _changed = [];

    /// <summary>Creates the next version, to be changed.</summary>
    public ImportIndex Fork()
    {
        var shared = Volatile.Read(ref _shared);
        return shared is null || _changed.Count > (shared.Length / 4) + MaxChanges
            ? new ImportIndex()
            : new ImportIndex { _shared = shared, _changed = _changed };
    }

    /// <summary>Records that a tag imports an image.</summary>
    public void Add(int node, string pullSpec)
    {
        if (_shared is null)
        {
            return;
        }

        var entry = CreateEntry(pullSpec, node);
        if (Array.BinarySearch(_shared, entry) < 0)
        {
            _changed = _changed.Add(entry);
        }
    }

    /// <summary>Finds the tags that may import an image, in ascending order.</summary>
    /// <param name="pullSpec">The image.</param>
    /// <param name="getImports">The function that lists all tags with their imports, to build the index.</param>
    public IReadOnlyList<int> Find(string pullSpec, Func<IEnumerable<(int Node, string PullSpec)>> getImports)
    {
        var shared = Volatile.Read(ref _shared);
        if (shared is null)
        {
            shared = Build(getImports());
            Volatile.Write(ref _shared, shared);
        }

        var first = CreateEntry(pullSpec, 0);
        var nodes = GetNodes(shared, Array.BinarySearch(shared, first), first);
        return _changed.IsEmpty
            ? nodes
            : [.. nodes.Union(GetNodes(_changed, _changed.IndexOf(first), first)).Order()];
    }

    private static long[] Build(IEnumerable<(int Node, string PullSpec)> imports)
    {
        var entries = imports.Select(import => CreateEntry(import.PullSpec, import.Node)).ToArray();
        Array.Sort(entries);
        return entries.Length == 0 ? None : entries;
    }

    /// <summary>Gets the nodes of one hash from a position on, or from the complement of the position.</summary>
    private static List<int> GetNodes(IReadOnlyList<long> entries, int position, long first)
    {
        var nodes = new List<int>();
        for (var at = position < 0 ? ~position : position; at < entries.Count && HaveSameHash(entries[at], first); at++)
        {
            nodes.Add((int)entries[at]);
        }

        return nodes;
    }

    private static bool HaveSameHash(long one, long other) => one >> 32 == other >> 32;

    private static long CreateEntry(string pullSpec, int node) => ((long)Hash(pullSpec) << 32) | (uint)node;

    /// <summary>Computes a hash that is the same for all spellings that <see cref="ExternalImages.GetName"/> unites.</summary>
    private static int Hash(string pullSpec)
    {
        if (!ReferenceScanner.TryScan(pullSpec, out var layout, out _))
        {
            return string.GetHashCode(pullSpec, StringComparison.Ordinal);
        }

        var registry = layout.Registry.Slice(pullSpec);
        var ns = layout.Namespace.Slice(pullSpec);
        var tag = layout.Tag.Slice(pullSpec);
        var id = layout.Id.Slice(pullSpec);
        return HashCode.Combine(
            Hash(registry is DockerHub.Registry ? default : registry),
            Hash(ns is DockerHub.LibraryNamespace ? default : ns),
            Hash(layout.Name.Slice(pullSpec)),
            id.IsEmpty ? Hash(tag.IsEmpty ? DockerHub.LatestTag : tag) : Hash(id));
    }

    private static int Hash(ReadOnlySpan<char> part) => string.GetHashCode(part, StringComparison.Ordinal);
}
