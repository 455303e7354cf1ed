using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>One step of a path: a field, or an item of a list by its keys, its value or its position.</summary>
/// <param name="Name">The name of the field; null for an item.</param>
/// <param name="Keys">The keys of an item with their values as JSON; empty for others.</param>
/// <param name="Value">The value, or the position, of an item as JSON; null for others.</param>
/// <param name="IsPosition">True for an item by its position.</param>
internal readonly record struct FieldStep(string? Name, ValueList<KeyValuePair<string, string>> Keys, string? Value, bool IsPosition)
{
    /// <summary>The step as conflicts name it, such as <c>.spec</c> or <c>[name="1"]</c>.</summary>
    public override string ToString()
    {
        if (Name is not null)
        {
            return $".{Name}";
        }

        return (Value, IsPosition) switch
        {
            (null, _) => $"[{string.Join(',', Keys.Select(key => $"{key.Key}={key.Value}"))}]",
            (_, true) => $"[{Value}]",
            _ => $"[={Value}]",
        };
    }
}
