using System.Text.Json.Nodes;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>Computes the rules of cluster roles that aggregate those of others, as a controller of a cluster does.</summary>
internal static class RbacAggregation
{
    private const string AggregationRule = "aggregationRule";
    private const string Rules = "rules";

    /// <summary>Finds the roles whose rules are not those that they aggregate, each with these.</summary>
    public static IReadOnlyList<(ClusterObject Role, JsonArray Rules)> FindChanges(IEnumerable<ClusterObject> roles)
    {
        var known = roles
            .OrderBy(static role => role.Name, StringComparer.Ordinal)
            .Select(static role => (Role: role, Document: ObjectDocuments.FromObject(role)))
            .ToList();
        return
        [
            .. from one in known
               where IsAggregated(one.Document)
               let rules = Compute(one.Document, [.. known.Where(other => other.Role.Name != one.Role.Name)])
               where !JsonNode.DeepEquals(rules, one.Document[Rules] ?? new JsonArray())
               select (one.Role, rules),
        ];
    }

    /// <summary>Determines whether a write of a role changes what it aggregates, or the rules of one that aggregates.</summary>
    public static bool IsChanged(JsonObject next, JsonObject? old) =>
        (IsAggregated(next) || (old is not null && IsAggregated(old)))
        && !(old is not null && JsonNode.DeepEquals(next[AggregationRule], old[AggregationRule]) && JsonNode.DeepEquals(next[Rules], old[Rules]));

    private static bool IsAggregated(JsonObject role) => role.FindItems(AggregationRule, "clusterRoleSelectors").Any();

    // In the order of the selectors, then of the names; a rule that two roles have is there once.
    private static JsonArray Compute(JsonObject role, List<(ClusterObject Role, JsonObject Document)> others)
    {
        var rules = new JsonArray();
        var found =
            from selector in role.FindItems(AggregationRule, "clusterRoleSelectors")
            from other in others
            where Selects(selector, other.Role.Metadata.Labels)
            from rule in other.Document.FindItems(Rules)
            select rule;
        foreach (var rule in found.Where(rule => !rules.Any(one => JsonNode.DeepEquals(one, rule))))
        {
            rules.Add(rule.DeepClone());
        }

        return rules;
    }

    private static bool Selects(JsonObject selector, ValueMap<string> labels) =>
        (selector.FindObject("matchLabels") ?? []).All(one => labels.TryGetValue(one.Key, out var value) && value == one.Value?.ToString())
        && selector.FindItems("matchExpressions").All(one => Meets(one, labels));

    private static bool Meets(JsonObject requirement, ValueMap<string> labels)
    {
        var isThere = labels.TryGetValue(requirement.FindText("key") ?? "", out var value);
        var isNamed = isThere && requirement.Find("values") is JsonArray values && values.Any(one => one?.ToString() == value);
        return requirement.FindText("operator") switch
        {
            "In" => isNamed,
            "NotIn" => !isNamed,
            "Exists" => isThere,
            "DoesNotExist" => !isThere,
            _ => false,
        };
    }
}
