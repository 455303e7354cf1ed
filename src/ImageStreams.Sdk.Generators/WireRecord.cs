using Microsoft.CodeAnalysis;

namespace ImageStreams.Generators;

/// <summary>A record to generate code for; compares by content, so that unchanged ones are not generated again.</summary>
internal sealed class WireRecord : IEquatable<WireRecord>
{
    private WireRecord(string name, string space, IReadOnlyList<WireField> fields)
    {
        Name = name;
        Namespace = space;
        Fields = fields;
    }

    public string Name { get; }

    public string Namespace { get; }

    /// <summary>The fields in the order of the JSON: those of base records first.</summary>
    public IReadOnlyList<WireField> Fields { get; }

    public static WireRecord From(INamedTypeSymbol type) => new(
        type.Name,
        type.ContainingNamespace.ToDisplayString(),
        WithBases(type)
            .Reverse()
            .SelectMany(level => level.GetMembers().OfType<IPropertySymbol>())
            .Select(WireField.From)
            .OfType<WireField>()
            .ToList());

    public bool Equals(WireRecord? other) =>
        other is not null && Name == other.Name && Namespace == other.Namespace && Fields.SequenceEqual(other.Fields);

    public override bool Equals(object? obj) => Equals(obj as WireRecord);

    public override int GetHashCode() => Name.GetHashCode();

    private static IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            yield return level;
        }
    }
}
