using System.Text.Json.Nodes;
using ImageStreams.Validation;

namespace ImageStreams.AspNetCore;

/// <summary>The rules of changes of projects: of a namespace, they may only change the words that describe it.</summary>
internal static class ProjectRules
{
    private const string Annotations = "annotations";
    private const string Detail = "field is immutable, try updating the namespace";

    private static readonly string[] Descriptions = ["openshift.io/description", "openshift.io/display-name"];

    private static readonly ObjectErrors Errors = new(NamespaceDefinitions.Projects);

    /// <summary>Requires that a change is one that a project may have.</summary>
    /// <param name="next">The project as it is to be.</param>
    /// <param name="old">The project as it is.</param>
    /// <exception cref="Clients.ApiException">A label or another annotation has changed (422).</exception>
    public static void Require(JsonObject next, JsonObject old)
    {
        var found = FindChanges(next, old, Annotations).Where(static one => !Descriptions.Contains(one.Key))
            .Concat(FindChanges(next, old, "labels"))
            .Select(static one => Create($"metadata.{one.Map}[{one.Key}]", one.Value))
            .ToList();
        if (found.Count > 0)
        {
            throw Errors.Invalid(old.FindText("metadata", "name") ?? "", found);
        }
    }

    private static IEnumerable<(string Map, string Key, string Value)> FindChanges(JsonObject next, JsonObject old, string map)
    {
        var (after, before) = (next.FindObject("metadata", map) ?? [], old.FindObject("metadata", map) ?? []);
        return after.Concat(before)
            .Select(static one => one.Key)
            .Distinct(StringComparer.Ordinal)
            .Where(key => !JsonNode.DeepEquals(after[key], before[key]))
            .Select(key => (map, key, after[key]?.ToJsonString() ?? before[key]?.ToJsonString() ?? ""));
    }

    private static FieldError Create(string field, string value) =>
        new() { Type = FieldErrorType.Invalid, Field = field, BadValue = value, Detail = $"Invalid value: {value}: {Detail}" };
}
