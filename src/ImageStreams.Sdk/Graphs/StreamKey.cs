using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.Graphs;

/// <summary>A stream by namespace and name.</summary>
internal readonly record struct StreamKey(string Namespace, string Name)
{
    /// <summary>Compares keys also with names that are still part of a longer text.</summary>
    public static IEqualityComparer<StreamKey> Comparer { get; } = new PartComparer();

    /// <summary>A key whose name is part of a text.</summary>
    public readonly ref struct Part(string ns, ReadOnlySpan<char> name)
    {
        public readonly string Namespace = ns;
        public readonly ReadOnlySpan<char> Name = name;
    }

    private sealed class PartComparer : IEqualityComparer<StreamKey>, IAlternateEqualityComparer<Part, StreamKey>
    {
        public bool Equals(StreamKey x, StreamKey y) => x.Name == y.Name && x.Namespace == y.Namespace;

        public int GetHashCode(StreamKey obj) => Hash(obj.Namespace, obj.Name);

        public bool Equals(Part alternate, StreamKey other) =>
            alternate.Name.SequenceEqual(other.Name) && alternate.Namespace == other.Namespace;

        public int GetHashCode(Part alternate) => Hash(alternate.Namespace, alternate.Name);

        [return: NotNull]
        public StreamKey Create(Part alternate) => new(alternate.Namespace, alternate.Name.ToString());

        private static int Hash(string ns, ReadOnlySpan<char> name) =>
            (ns.GetHashCode(StringComparison.Ordinal) * 31) + string.GetHashCode(name, StringComparison.Ordinal);
    }
}
