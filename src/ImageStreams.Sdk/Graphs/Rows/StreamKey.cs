using System.Diagnostics.CodeAnalysis;
using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>A stream by its namespace and name.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Name">The name.</param>
/// <param name="Hash">The <see cref="KeyHash"/> of the name, which distinguishes most names.</param>
internal readonly record struct StreamKey(string Namespace, string Name, ulong Hash)
{
    /// <summary>Compares keys, also with names that are part of a longer text.</summary>
    public static IEqualityComparer<StreamKey> Comparer { get; } = new PartComparer();

    /// <summary>Creates the key of a name.</summary>
    public static StreamKey Create(string ns, string name) => new(ns, name, KeyHash.Compute(name));

    /// <summary>A key whose name is part of a text.</summary>
    public readonly ref struct Part(string ns, ReadOnlySpan<char> name)
    {
        public readonly string Namespace = ns;
        public readonly ReadOnlySpan<char> Name = name;
        public readonly ulong Hash = KeyHash.Compute(name);
    }

    private sealed class PartComparer : IEqualityComparer<StreamKey>, IAlternateEqualityComparer<Part, StreamKey>
    {
        public bool Equals(StreamKey x, StreamKey y) =>
            x.Hash == y.Hash && x.Namespace == y.Namespace && (KeyHash.IsExact(x.Hash) || x.Name == y.Name);

        public int GetHashCode(StreamKey obj) => Combine(obj.Namespace, obj.Name, obj.Hash);

        public bool Equals(Part alternate, StreamKey other) => alternate.Hash == other.Hash
            && alternate.Namespace == other.Namespace
            && (KeyHash.IsExact(alternate.Hash) || alternate.Name.SequenceEqual(other.Name));

        public int GetHashCode(Part alternate) => Combine(alternate.Namespace, alternate.Name, alternate.Hash);

        [return: NotNull]
        public StreamKey Create(Part alternate) => new(alternate.Namespace, alternate.Name.ToString(), alternate.Hash);

        /// <summary>Computes a seeded hash, so that names cannot be chosen to collide.</summary>
        private static int Combine(string ns, ReadOnlySpan<char> name, ulong hash) => HashCode.Combine(
            ns.GetHashCode(StringComparison.Ordinal),
            KeyHash.IsExact(hash) ? hash : (ulong)string.GetHashCode(name, StringComparison.Ordinal));
    }
}
