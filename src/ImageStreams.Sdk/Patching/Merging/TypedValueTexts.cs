using System.Text.Json;

namespace ImageStreams.Patching;

/// <summary>The sentences about values that do not have the type of their field.</summary>
internal static class TypedValueTexts
{
    public const string NullInSet = "associative list without keys has an element that's an explicit null";
    public const string NoScalarInSet = "associative list without keys has an element that is an object or a list";
    public const string NullInKeyedList = "associative list with keys may not have a null element";
    public const string NoObjectInKeyedList = "associative list with keys may not have non-map elements";
    public const string Undeclared = "field not declared in schema";

    public static string NoKey(string name) =>
        $"associative list with keys has an element that omits key field \"{name}\" (and doesn't have default value)";

    public static string Element(int index, string reason) => $"element {index}: {reason}";

    public static string Duplicate(FieldElement element) => $"duplicate entries for key {element}";

    public static string Expected(string type, string actual) => $"expected {type}, got {actual}";

    /// <summary>Returns the name of the type of a value.</summary>
    public static string GetName(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "map",
        JsonValueKind.Array => "list",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "boolean",
    };
}
