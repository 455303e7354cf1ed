using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The users of the recorded cluster, and the roles and bindings that were made in it.</summary>
internal sealed class RecordedAccess
{
    private const string Rbac = "/apis/rbac.authorization.k8s.io/v1/";
    private const string Anonymous = "anonymous";

    /// <summary>A note about a request whose header with the token is not recorded.</summary>
    private const string BadToken = "bad bearer token";

    private static readonly Dictionary<string, (string Name, string[] Groups)> Users = new()
    {
        ["admin"] = ("system:admin", ["system:masters"]),
        ["developer"] = ("developer", ["devs"]),
        ["viewer"] = ("viewer", []),
        ["nobody"] = ("nobody", []),
    };

    private readonly RbacPolicy _policy = RbacPolicy.CreateDefault();

    public RecordedAccess()
    {
        Authorizer = new RbacAuthorizer(_policy);

        // Made before the recordings began.
        _policy.Set(new RbacBinding { Name = "developer", Namespace = "rbacns", Role = "admin", Subjects = [RbacSubject.CreateUser("developer")] });
    }

    public RbacAuthorizer Authorizer { get; }

    /// <summary>Lets the engine ask for who makes a request.</summary>
    public void Configure(EmbeddedImageStreamOptions options)
    {
        options.GetUsers = static () => ImageApiUsers.Instance;
        options.GetAccessReviewer = () => new ImageApiAccessReviewer(Authorizer);
    }

    /// <summary>Gives every user a token.</summary>
    public void Configure(ImageApiOptions options)
    {
        options.Access.AllowAnonymous = true;
        options.Access.GetAuthorizer = () => Authorizer;
        foreach (var (key, (name, groups)) in Users)
        {
            var token = new ApiTokenOptions { Token = key, User = name };
            Array.ForEach(groups, token.Groups.Add);
            options.Access.Tokens.Add(token);
        }
    }

    /// <summary>Adds the token of the recorded user to a request.</summary>
    public static void Identify(HttpRequestMessage request, HttpExchange recorded)
    {
        var isBad = recorded.Exchange.Note.Contains(BadToken, StringComparison.Ordinal);
        if (recorded.User != Anonymous || isBad)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {(isBad ? "bad" : recorded.User)}");
        }
    }

    /// <summary>Applies a recorded request that made or removed a role or a binding.</summary>
    public void Adopt(HttpExchange recorded)
    {
        if (!recorded.Path.StartsWith(Rbac, StringComparison.Ordinal) || recorded.Exchange.Status is not (200 or 201))
        {
            return;
        }

        var parts = recorded.Path[Rbac.Length..].Split('/');
        var (ns, rest) = parts is ["namespaces", var named, ..] ? (named, parts[2..]) : ("", parts);
        if (recorded.Method == "DELETE")
        {
            _policy.RemoveBinding(ns, rest[1]);
            return;
        }

        var body = JsonNode.Parse(recorded.RequestBody!)!;
        if (rest[0].EndsWith("bindings", StringComparison.Ordinal))
        {
            _policy.Set(ReadBinding(ns, body));
            return;
        }

        _policy.Set(new RbacRole { Name = (string)body["metadata"]!["name"]!, Namespace = ns, Rules = [.. body["rules"]!.AsArray().Select(ReadRule)] });
    }

    private static RbacBinding ReadBinding(string ns, JsonNode body) => new()
    {
        Name = (string)body["metadata"]!["name"]!,
        Namespace = ns,
        Role = (string)body["roleRef"]!["name"]!,
        IsNamespacedRole = (string)body["roleRef"]!["kind"]! == "Role",
        Subjects = [.. body["subjects"]!.AsArray().Select(ReadSubject)],
    };

    private static RbacSubject ReadSubject(JsonNode? subject) => new()
    {
        Kind = Enum.Parse<RbacSubjectKind>((string)subject!["kind"]!),
        Name = (string)subject["name"]!,
        Namespace = (string?)subject["namespace"] ?? "",
    };

    private static RbacRule ReadRule(JsonNode? rule) => new()
    {
        Verbs = Read(rule, "verbs"),
        ApiGroups = Read(rule, "apiGroups"),
        Resources = Read(rule, "resources"),
        ResourceNames = Read(rule, "resourceNames"),
        NonResourceUrls = Read(rule, "nonResourceURLs"),
    };

    private static Collections.ValueList<string> Read(JsonNode? rule, string field) =>
        [.. (rule![field] as JsonArray ?? []).Select(one => (string)one!)];
}
