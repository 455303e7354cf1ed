using System.Text.Json.Nodes;
using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>Reads the differences that an Application of Argo CD ignores.</summary>
internal static class ArgoApplications
{
    private const string Respect = "RespectIgnoreDifferences=true";

    /// <summary>Determines whether an object is the Application that an object names.</summary>
    /// <param name="application">The object.</param>
    /// <param name="name">The name, with its namespace where that is not Argo CD's; null for none.</param>
    public static bool IsNamed(ClusterObject application, string? name) =>
        application.Kind == "Application" && name is not null
        && (name == application.Name || name == $"{application.Namespace}/{application.Name}");

    /// <summary>Determines whether syncs leave a field of an object as it is.</summary>
    /// <exception cref="OwnerReadingException">The Application cannot be read.</exception>
    public static bool Ignores(ClusterObject application, LiveObject live, FieldPath path, ValueList<string> managers)
    {
        var spec = ObjectTrees.Read(application)["spec"] as JsonObject;
        var policy = spec?["syncPolicy"] as JsonObject;
        return Texts(policy, "syncOptions").Contains(Respect)
            && (spec?["ignoreDifferences"] as JsonArray ?? []).OfType<JsonObject>()
                .Any(rule => IsFor(rule, live.Value) && Covers(rule, live, path, managers));
    }

    private static bool IsFor(JsonObject rule, ClusterObject value)
    {
        var (group, _) = ObjectTrees.SplitVersion(value);
        return Matches(rule, "group", group) && Matches(rule, "kind", value.Kind ?? "")
            && (Text(rule, "name").Length == 0 || Text(rule, "name") == value.Name)
            && (Text(rule, "namespace").Length == 0 || Text(rule, "namespace") == value.Namespace);
    }

    private static bool Covers(JsonObject rule, LiveObject live, FieldPath path, ValueList<string> managers)
    {
        var (jq, pointer) = (PathTexts.ToJq(path), PathTexts.FindPointer(path, live.Json));
        return Texts(rule, "jqPathExpressions").Any(text => IsSame(text, jq) || IsSame(text, ToAll(path)))
            || Texts(rule, "jsonPointers").Any(text => IsAtOrBelow(pointer, text))
            || Texts(rule, "managedFieldsManagers").Any(manager => managers.Contains(manager) && Owns(live, manager, path));
    }

    private static bool Owns(LiveObject live, string manager, FieldPath path) => live.Owners.Any(
        owner => owner.Manager == manager && owner.Fields.GetPaths().Contains(path.ToString()));

    /// <summary>The path of the field in all items, such as <c>.spec.template.spec.containers[].image</c>.</summary>
    private static string ToAll(FieldPath path) => string.Concat(path.Steps.Select(step => step.Name is null ? "[]" : step.ToString()));

    private static bool IsSame(string text, string jq) => WithoutBlanks(text) == WithoutBlanks(jq);

    private static string WithoutBlanks(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static bool IsAtOrBelow(string? pointer, string place) =>
        pointer is not null && (pointer == place || pointer.StartsWith($"{place}/", StringComparison.Ordinal));

    private static bool Matches(JsonObject rule, string name, string value) => Text(rule, name) is var text && (text == "*" || text == value);

    private static string Text(JsonObject rule, string name) =>
        rule[name] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    private static IEnumerable<string> Texts(JsonObject? value, string name) =>
        (value?[name] as JsonArray ?? []).OfType<JsonValue>().Select(item => item.TryGetValue(out string? text) ? text : "");
}
