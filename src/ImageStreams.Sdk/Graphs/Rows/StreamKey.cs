using System.Diagnostics.CodeAnalysis;
using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>A stream by namespace and name.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Name">The name.</param>
/// <param name="Mark">The <see cref="KeyMark"/> of the name, by which most names are told apart.</param>
internal readonly record struct StreamKey(string Namespace, string Name, ulong Mark)
{
    /// <summary>Compares keys also with names that are still part of a longer text.</summary>
    public static IEqualityComparer<StreamKey> Comparer { get; } = new PartComparer();

    /// <summary>The key of a name.</summary>
    public static StreamKey Of(string ns, string name) => new(ns, name, KeyMark.Of(name));

    /// <summary>A key whose name is part of a text.</summary>
    public readonly ref struct Part(string ns, ReadOnlySpan<char> name)
    {
        public readonly string Namespace = ns;
        public readonly ReadOnlySpan<char> Name = name;
        public readonly ulong Mark = KeyMark.Of(name);
    }

    private sealed class PartComparer : IEqualityComparer<StreamKey>, IAlternateEqualityComparer<Part, StreamKey>
    {
        public bool Equals(StreamKey x, StreamKey y) =>
            x.Mark == y.Mark && x.Namespace == y.Namespace && (KeyMark.IsKey(x.Mark) || x.Name == y.Name);

        public int GetHashCode(StreamKey obj) => Hash(obj.Namespace, obj.Name, obj.Mark);

        public bool Equals(Part alternate, StreamKey other) => alternate.Mark == other.Mark
            && alternate.Namespace == other.Namespace
            && (KeyMark.IsKey(alternate.Mark) || alternate.Name.SequenceEqual(other.Name));

        public int GetHashCode(Part alternate) => Hash(alternate.Namespace, alternate.Name, alternate.Mark);

        [return: NotNull]
        public StreamKey Create(Part alternate) => new(alternate.Namespace, alternate.Name.ToString(), alternate.Mark);

        /// <summary>Seeded, so that nobody can choose names that collide.</summary>
        private static int Hash(string ns, ReadOnlySpan<char> name, ulong mark) => HashCode.Combine(
            ns.GetHashCode(StringComparison.Ordinal),
            KeyMark.IsKey(mark) ? mark : (ulong)string.GetHashCode(name, StringComparison.Ordinal));
    }
}
