using ImageStreams.AspNetCore;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Clusters whose user has one role in the namespace <c>shop</c> and nothing else.</summary>
internal static class LimitedCluster
{
    public static Task<ConnectedCluster> StartAsync(string role) => ConnectedCluster.StartAsync(new FakeClusterOptions
    {
        RunsImports = false,
        RunsTriggers = false,
        ConfigureApi = api =>
        {
            api.Access.Authorization = ApiAuthorization.Rbac;
            api.Access.Tokens.Add(new ApiTokenOptions { Token = "fake", User = "limited" });
            api.Access.RoleBindings.Add(new RoleBindingOptions { Role = role, Namespace = "shop", Users = { "limited" } });
        },
    });
}
