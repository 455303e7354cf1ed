using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>Creates the exceptions of strategic merge patches, with the sentences of API servers.</summary>
internal static class StrategicErrors
{
    public static PatchException MergedLists() =>
        PatchRefusals.BadRequest("merging lists cannot yet be specified in the patch");

    public static PatchException UnknownDirective(JsonNode? directive, JsonObject map) =>
        PatchRefusals.BadRequest($"unknown patch type: {GoValues.Print(directive)} in map: {GoValues.Print(map)}");

    public static PatchException NoMergeKey(JsonNode? map, string key) =>
        PatchRefusals.BadRequest($"map: {GoValues.Print(map)} does not contain declared merge key: {key}");

    public static PatchException NotAnObject(int index) => PatchRefusals.BadRequest(
        string.Create(CultureInfo.InvariantCulture, $"value for key {index} is not a map"));

    public static PatchException WrongType(string expected, JsonNode? found) =>
        PatchRefusals.BadRequest($"expected a {expected}, but received a {JsonKinds.GetGoName(found)}");

    public static PatchException RetainKeys() => PatchRefusals.BadRequest("invalid patch format of retainKeys");

    public static PatchException PrimitiveList() => PatchRefusals.BadRequest("invalid patch format of primitive list");

    public static PatchException ElementOrder() => PatchRefusals.BadRequest("invalid patch format of setElementOrder list");

    public static PatchException OrderDiffers(JsonArray patch, JsonArray order) => PatchRefusals.BadRequest(
        $"The order in patch list:\n{GoValues.Print(patch)}\n doesn't match $setElementOrder list:\n{GoValues.Print(order)}\n");

    public static PatchException MixedTypes(JsonArray original, JsonArray patch) => PatchRefusals.BadRequest(
        $"list element types are not identical: [{GoValues.Print(original)} {GoValues.Print(patch)}]");

    public static PatchException NoElements() => PatchRefusals.BadRequest("no elements in any of the given slices");

    public static PatchException ListOfLists() =>
        new(PatchFailure.Invalid, "lists of lists are not supported");

    public static PatchException NoMergeKeyInSchema() =>
        PatchRefusals.BadRequest("cannot merge lists without merge key for struct");

    public static PatchException UnknownField(string type, string field) => PatchRefusals.BadRequest(
        $"unable to find api field in struct {type} for the json field {GoQuotes.Quote(field)}");

    public static PatchException NoObjectType(string type) => PatchRefusals.BadRequest(
        $"merging an object in json but data type is not struct, instead is: {type}");

    public static PatchException NoListType(string type) =>
        PatchRefusals.BadRequest($"expected slice or array type, but got: {type}");

    /// <summary>Creates the exception for a null in a list, at which the server fails.</summary>
    public static PatchException NullElement() =>
        PatchRefusals.BadRequest("a list that is merged must not have a null element");

    /// <summary>Creates the exception for an object or a list where one value is needed, at which the server fails.</summary>
    public static PatchException NoScalar(JsonNode value) => PatchRefusals.BadRequest(
        $"expected one value to compare, but received a {JsonKinds.GetGoName(value)}");
}
