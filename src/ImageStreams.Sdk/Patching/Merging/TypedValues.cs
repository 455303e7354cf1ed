using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Finds the values of an object that do not have the type of their field.</summary>
/// <remarks>
/// At most 100, each as its path and the reason. The path of a value is put together only for an error, so that the time is linear
/// also where names are long.
/// </remarks>
internal sealed class TypedValues
{
    private const int MaxErrors = 100;

    /// <summary>The number of characters after which no more errors are looked for.</summary>
    private const int MaxLength = 100_000;

    private readonly List<string> _errors = [];
    private readonly List<string> _path = [];
    private int _length;

    private TypedValues()
    {
    }

    /// <summary>Returns the errors, in the order of the object.</summary>
    public static IReadOnlyList<string> FindErrors(FieldSchema schema, JsonObject value)
    {
        var values = new TypedValues();
        values.Check(schema, value);
        return values._errors;
    }

    private bool IsFull => _errors.Count >= MaxErrors || _length > MaxLength;

    private void Check(FieldSchema schema, JsonNode value)
    {
        switch (FieldTypes.Resolve(schema, value))
        {
            case FieldSchema.Value type:
                CheckKind(type.Kind, value);
                break;
            case FieldSchema.List list:
                CheckItems(list, value);
                break;
            case var type:
                CheckMembers(type, value);
                break;
        }
    }

    private void CheckKind(ValueKind kind, JsonNode value)
    {
        var actual = value.GetValueKind();
        var (type, isRight) = kind switch
        {
            ValueKind.String => ("string", actual == JsonValueKind.String),
            ValueKind.Boolean => ("boolean", actual is JsonValueKind.True or JsonValueKind.False),
            ValueKind.Any => ("any", true),
            _ => ("numeric (int or float)", actual == JsonValueKind.Number),
        };
        if (!isRight)
        {
            Add(TypedValueTexts.Expected(type, TypedValueTexts.GetName(actual)));
        }
    }

    private void CheckMembers(FieldSchema schema, JsonNode value)
    {
        if (value is not JsonObject fields)
        {
            Add(TypedValueTexts.Expected("map", TypedValueTexts.GetName(value.GetValueKind())));
            return;
        }

        foreach (var (name, member) in fields.TakeWhile(_ => !IsFull))
        {
            CheckBelow($".{name}", FieldTypes.FindMember(schema, name), member);
        }
    }

    private void CheckItems(FieldSchema.List list, JsonNode value)
    {
        if (value is not JsonArray items)
        {
            Add(TypedValueTexts.Expected("list", TypedValueTexts.GetName(value.GetValueKind())));
            return;
        }

        var seen = new HashSet<FieldElement>();
        for (var i = 0; i < items.Count && !IsFull; i++)
        {
            var element = FieldElement.At(i);
            if (list.Kind != ListKind.Atomic)
            {
                if (ListItems.TryFind(list, items[i], out var found) is { } reason)
                {
                    Add(TypedValueTexts.Element(i, reason));
                    return;
                }

                element = found!;
                AddDuplicate(seen, element);
            }

            CheckBelow(element.ToString(), list.Items, items[i]);
        }
    }

    /// <param name="step">The step from the current place to the value.</param>
    /// <param name="schema">The type of the value; null when it has none.</param>
    /// <param name="value">The value.</param>
    private void CheckBelow(string step, FieldSchema? schema, JsonNode? value)
    {
        _path.Add(step);
        if (schema is null)
        {
            Add(TypedValueTexts.Undeclared);
        }
        else if (value is not null)
        {
            Check(schema, value);
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private void AddDuplicate(HashSet<FieldElement> seen, FieldElement element)
    {
        if (!seen.Add(element))
        {
            Add(TypedValueTexts.Duplicate(element));
        }
    }

    private void Add(string reason)
    {
        var error = $"{string.Concat(_path)}: {reason}";
        _length += error.Length;
        _errors.Add(error);
    }
}
