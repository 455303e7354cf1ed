using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The image API with the users of the recordings: each has a token that is its name.</summary>
internal static class AccessServer
{
    private static readonly (string Name, string[] Groups)[] Users =
    [
        ("system:admin", ["system:masters"]),
        ("developer", ["devs"]),
        ("viewer", []),
        ("nobody", []),
    ];

    public static async Task<ApiServer> StartAsync(
        RbacPolicy policy,
        Action<ImageApiOptions>? configure = null,
        InMemoryImageStreamStore? store = null,
        Action<IServiceCollection>? register = null)
    {
        var authorizer = new RbacAuthorizer(policy);
        var engine = new EmbeddedImageStreamOptions
        {
            GetUsers = static () => ImageApiUsers.Instance,
            GetAccessReviewer = () => new ImageApiAccessReviewer(authorizer),
        };
        store ??= new InMemoryImageStreamStore();
        var client = new EmbeddedImageStreamClient(store, options: engine);
        return await ApiServer.StartAsync(
            client,
            options =>
            {
                Configure(options.Access);
                configure?.Invoke(options);
            },
            services =>
            {
                services.AddSingleton(policy).AddSingleton<IImageStreamStore>(store);
                register?.Invoke(services);
            });
    }

    private static void Configure(ImageApiAccessOptions access)
    {
        access.Authorization = ApiAuthorization.Rbac;
        access.AllowAnonymous = true;
        foreach (var (name, groups) in Users)
        {
            var token = new ApiTokenOptions { Token = name, User = name };
            Array.ForEach(groups, token.Groups.Add);
            access.Tokens.Add(token);
        }
    }

    /// <summary>Sends a request as a user, with further headers.</summary>
    public static Task<ApiReply> SendAsUserAsync(
        this ApiServer server, string? user, string method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (user is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {user}");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return ApiReply.ReadAsync(server.Http, request);
    }
}
