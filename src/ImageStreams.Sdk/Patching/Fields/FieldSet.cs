using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>A set of paths to fields, as an entry of <c>managedFields</c> has it.</summary>
/// <remarks>
/// <para>A tree of steps in the canonical order of Kubernetes' <c>fieldsV1</c>: fields by name, items by keys, by value and by
/// position. Two sets with the same paths have the same text.</para>
/// <para>Immutable; safe to share between threads. The operations are linear in the sizes of the sets.</para>
/// </remarks>
public sealed partial class FieldSet : IEquatable<FieldSet>
{
    /// <summary>The object whose steps are not read yet.</summary>
    private readonly ReadOnlyMemory<byte> _text;

    /// <summary>True when the text says that the path of the object itself is in the set.</summary>
    private readonly bool _hasSelf;

    private FieldSetEntry[]? _entries;

    private FieldSet(FieldSetEntry[] entries) => _entries = entries;

    private FieldSet(ReadOnlyMemory<byte> text, bool hasSelf) => (_text, _hasSelf) = (text, hasSelf);

    /// <summary>The set without a path.</summary>
    public static FieldSet Empty { get; } = new([]);

    /// <summary>Gets a value indicating whether the set has no path.</summary>
    public bool IsEmpty => _entries is { Length: 0 };

    /// <summary>The steps below this path, in their order; none is empty.</summary>
    internal ReadOnlySpan<FieldSetEntry> Entries => Steps;

    // Several threads may read the same text, with the same result.
    private FieldSetEntry[] Steps => _entries ??= FieldSetLevel.Find(_text) ?? (TryParse(_text.Span, out var set) ? set.Steps : []);

    /// <summary>Creates a set from steps of which no two are equal; empty ones are left out.</summary>
    internal static FieldSet Create(List<FieldSetEntry> entries)
    {
        entries.RemoveAll(entry => entry.IsEmpty);
        entries.Sort((left, right) => left.Element.CompareTo(right.Element));
        return entries.Count == 0 ? Empty : new FieldSet([.. entries]);
    }

    /// <summary>Creates a set from steps in their order, of which none is empty.</summary>
    private static FieldSet FromSorted(List<FieldSetEntry> entries) => entries.Count == 0 ? Empty : new FieldSet([.. entries]);

    /// <summary>Finds the entry of a step; one that is empty when there is none.</summary>
    internal FieldSetEntry Find(FieldElement element)
    {
        var steps = Steps;
        var (low, high) = (0, steps.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = steps[middle].Element.CompareTo(element);
            if (order == 0)
            {
                return steps[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return new FieldSetEntry(element, false, Empty);
    }

    /// <summary>Lists the paths as conflicts name them, such as <c>.spec.tags[name="1"].from</c>: those of each level before those
    /// below it.</summary>
    public ValueList<string> GetPaths() => GetPaths(long.MaxValue);

    /// <summary>Lists the paths up to a number of characters, with the path that passes it.</summary>
    internal ValueList<string> GetPaths(long maxLength)
    {
        var paths = new List<string>();
        AddPaths("", paths, ref maxLength);
        return paths.ToValueList();
    }

    /// <summary>Compares the paths.</summary>
    public bool Equals(FieldSet? other) =>
        other is not null
        && (ReferenceEquals(this, other) || Entries.SequenceEqual(other.Entries));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldSet);

    /// <inheritdoc/>
    public override int GetHashCode() => IsEmpty ? 0 : HashCode.Combine(Steps.Length, Steps[0].Element);

    private void AddPaths(string prefix, List<string> paths, ref long left)
    {
        var steps = Steps;
        for (var i = 0; i < steps.Length && left > 0; i++)
        {
            if (steps[i].IsMember)
            {
                paths.Add($"{prefix}{steps[i].Element}");
                left -= paths[^1].Length;
            }
        }

        for (var i = 0; i < steps.Length && left > 0; i++)
        {
            if (!steps[i].Children.IsEmpty)
            {
                steps[i].Children.AddPaths($"{prefix}{steps[i].Element}", paths, ref left);
            }
        }
    }
}
