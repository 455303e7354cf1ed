using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>Reads and writes roles and bindings as Kubernetes has them.</summary>
internal static class RbacJson
{
    /// <summary>Reads a stored role or binding; null when it is none.</summary>
    public static object? Read(RbacKey key, ClusterObject stored)
    {
        try
        {
            var document = ObjectDocuments.FromObject(stored);
            return key.IsRole ? ReadRole(document, key.Namespace, key.Name) : ReadBinding(document, key.Namespace, key.Name);
        }
        catch (ApiException)
        {
            // Written past the API. It gives nothing.
            return null;
        }
    }

    /// <summary>Determines whether a binding gives another role than a stored one, which keeps its role: it is another binding.</summary>
    public static bool HasOtherRole(object value, object? stored) =>
        value is RbacBinding next && stored is RbacBinding before && (next.Role, next.IsNamespacedRole) != (before.Role, before.IsNamespacedRole);

    /// <summary>Writes what is beside the metadata of a role or a binding.</summary>
    public static JsonObject Write(object value)
    {
        var json = new JsonObject();
        if (value is RbacRole role)
        {
            Write(json, role);
        }
        else
        {
            Write(json, (RbacBinding)value);
        }

        return json;
    }

    /// <summary>Reads a role.</summary>
    /// <exception cref="ApiException">A field has another type.</exception>
    public static RbacRole ReadRole(JsonObject body, string ns, string name) => new()
    {
        Name = name,
        Namespace = ns,
        Rules = [.. ReadObjects(body, "rules").Select(ReadRule)],
    };

    /// <summary>Reads a binding.</summary>
    /// <exception cref="ApiException">A field has another type, or there is no role.</exception>
    public static RbacBinding ReadBinding(JsonObject body, string ns, string name)
    {
        var role = ReviewBody.FindObject(body, "roleRef") ?? throw AccessErrors.BadRequest("roleRef must be set");
        return new RbacBinding
        {
            Name = name,
            Namespace = ns,
            Role = ReviewBody.FindText(role, "name"),
            IsNamespacedRole = ReviewBody.FindText(role, "kind") == "Role",
            Subjects = [.. ReadObjects(body, "subjects").Select(ReadSubject)],
        };
    }

    private static void Write(JsonObject json, RbacRole role) => json["rules"] = new JsonArray([.. role.Rules.Select(WriteRule)]);

    private static void Write(JsonObject json, RbacBinding binding)
    {
        json["subjects"] = new JsonArray([.. binding.Subjects.Select(WriteSubject)]);
        json["roleRef"] = new JsonObject
        {
            ["apiGroup"] = RbacDefinitions.GroupName,
            ["kind"] = binding.IsNamespacedRole ? "Role" : "ClusterRole",
            ["name"] = binding.Role,
        };
    }

    private static IEnumerable<JsonObject> ReadObjects(JsonObject body, string name) => body[name] switch
    {
        null => [],
        JsonArray values when values.All(static value => value?.GetValueKind() == JsonValueKind.Object) => values.Select(static value => value!.AsObject()),
        _ => throw AccessErrors.BadRequest($"the field {name} must be a list of objects"),
    };

    private static RbacRule ReadRule(JsonObject rule) => new()
    {
        Verbs = Read(rule, "verbs"),
        ApiGroups = Read(rule, "apiGroups"),
        Resources = Read(rule, "resources"),
        ResourceNames = Read(rule, "resourceNames"),
        NonResourceUrls = Read(rule, "nonResourceURLs"),
    };

    private static ValueList<string> Read(JsonObject rule, string name) => [.. ReviewBody.FindTexts(rule, name)];

    private static RbacSubject ReadSubject(JsonObject subject) => new()
    {
        Kind = ReviewBody.FindText(subject, "kind") switch
        {
            "Group" => RbacSubjectKind.Group,
            "ServiceAccount" => RbacSubjectKind.ServiceAccount,
            _ => RbacSubjectKind.User,
        },
        Name = ReviewBody.FindText(subject, "name"),
        Namespace = ReviewBody.FindText(subject, "namespace"),
    };

    private static JsonObject WriteRule(RbacRule rule)
    {
        var json = new JsonObject { ["verbs"] = DiscoveryJson.WriteTexts(rule.Verbs) };
        DiscoveryJson.AddTexts(json, "apiGroups", rule.ApiGroups);
        DiscoveryJson.AddTexts(json, "resources", rule.Resources);
        DiscoveryJson.AddTexts(json, "resourceNames", rule.ResourceNames);
        DiscoveryJson.AddTexts(json, "nonResourceURLs", rule.NonResourceUrls);
        return json;
    }

    private static JsonObject WriteSubject(RbacSubject subject)
    {
        var isAccount = subject.Kind == RbacSubjectKind.ServiceAccount;
        var json = new JsonObject { ["kind"] = subject.Kind.ToString() };
        json[isAccount ? "namespace" : "apiGroup"] = isAccount ? subject.Namespace : RbacDefinitions.GroupName;
        json["name"] = subject.Name;
        return json;
    }
}
