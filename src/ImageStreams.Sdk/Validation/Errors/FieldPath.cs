using System.Globalization;
using System.Text;

namespace ImageStreams.Validation;

/// <summary>Where a field stands, as a path that becomes text only when something is wrong with it.</summary>
/// <remarks>
/// The last step is held in place, so that the path of each item of a long list costs nothing while all goes well. The
/// default value is the object itself, whose fields have paths without a beginning dot.
/// </remarks>
internal readonly struct FieldPath
{
    /// <summary>The most characters of a name that are written: a long one would stand in the path of each item below it.</summary>
    private const int MaxNameLength = 1024;

    private readonly Step? _parent;
    private readonly string? _name;
    private readonly bool _isBracketed;

    private FieldPath(Step? parent, string name, bool isBracketed) =>
        (_parent, _name, _isBracketed) = (parent, name, isBracketed);

    /// <summary>The object itself.</summary>
    public static FieldPath Root => default;

    /// <summary>A field of this one.</summary>
    public FieldPath Child(string name) => new(ToStep(), name, isBracketed: false);

    /// <summary>A field of a field of this one.</summary>
    public FieldPath Child(string name, string next) => Child(name).Child(next);

    /// <summary>The item of this list at a position.</summary>
    public FieldPath Index(int index) =>
        new(ToStep(), index.ToString(CultureInfo.InvariantCulture), isBracketed: true);

    /// <summary>The item of this list with a name.</summary>
    public FieldPath Key(string key) => new(ToStep(), key, isBracketed: true);

    /// <summary>The item with a name of a list whose path is kept: costs nothing.</summary>
    public static FieldPath Key(Step list, string key) => new(list, key, isBracketed: true);

    /// <summary>This path as the beginning of others.</summary>
    public Step? ToStep() => _name is null ? null : new Step(_parent, _name, _isBracketed);

    /// <summary>The path as the API server writes it: <c>spec.tags[latest].from.name</c>.</summary>
    public override string ToString()
    {
        var steps = new Stack<Step>();
        for (var step = ToStep(); step is not null; step = step.Parent)
        {
            steps.Push(step);
        }

        var text = new StringBuilder();
        foreach (var step in steps)
        {
            _ = step.IsBracketed ? text.Append('[').Append(Shortened(step.Name)).Append(']')
                : text.Length == 0 ? text.Append(step.Name)
                : text.Append('.').Append(step.Name);
        }

        return text.ToString();
    }

    private static string Shortened(string name) =>
        name.Length <= MaxNameLength ? name : string.Concat(name.AsSpan(0, MaxNameLength), "…");

    /// <summary>One step of a path, with those before it.</summary>
    internal sealed record Step(Step? Parent, string Name, bool IsBracketed);
}
