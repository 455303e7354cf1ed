using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.Testing.Server;

/// <summary>Creates the requests that a cluster sends to the servers behind it: with the user in headers that nobody else may set.</summary>
internal static class ProxiedRequest
{
    private const string Prefix = "X-Remote-";
    private static readonly string[] NotPassed = ["Authorization", "Connection", "Host", "Transfer-Encoding", "Upgrade"];

    /// <summary>Creates a request of the cluster itself.</summary>
    public static HttpRequestMessage Create(Uri address, string path, string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        AddUser(request, new ApiUser { Name = "system:kube-aggregator", Groups = ["system:masters"] });
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return request;
    }

    /// <summary>Creates the request of a user.</summary>
    public static HttpRequestMessage Create(Uri address, HttpRequest original, ApiUser user)
    {
        var request = new HttpRequestMessage(new HttpMethod(original.Method), new Uri(address, original.Path.ToUriComponent() + original.QueryString));
        if (!HttpMethods.IsGet(original.Method) && !HttpMethods.IsHead(original.Method))
        {
            request.Content = new StreamContent(original.Body);
        }

        foreach (var (name, value) in original.Headers.Where(static header => IsPassed(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
            }
        }

        AddUser(request, user);
        return request;
    }

    // Impersonation has been decided on: the user is whom the request impersonates.
    private static bool IsPassed(string name) => !name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("Impersonate-", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith(':')
        && !NotPassed.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static void AddUser(HttpRequestMessage request, ApiUser user)
    {
        Add(request, "User", user.Name);
        if (user.Uid.Length > 0)
        {
            Add(request, "Uid", user.Uid);
        }

        foreach (var group in user.Groups)
        {
            Add(request, "Group", group);
        }

        foreach (var (key, value) in user.Extra.SelectMany(static one => one.Value.Select(value => (one.Key, value))))
        {
            Add(request, $"Extra-{Uri.EscapeDataString(key)}", value);
        }
    }

    private static void Add(HttpRequestMessage request, string name, string value) =>
        request.Headers.TryAddWithoutValidation(Prefix + name, value);
}
