using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImageStreams.AspNetCore;

/// <summary>Creates all resources of an API.</summary>
internal static class ApiResources
{
    /// <summary>Creates the resources of the image API, the reviews and namespaces, and those that the application adds; one that it
    /// adds replaces one of the same path.</summary>
    public static ServedResources Create(IServiceProvider services, ImageApiOptions options, ApiGate gate)
    {
        var authorizer = gate.Authorizer;
        var timeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var link = services.GetService<ApiEngineLink>() ?? CreateLink(services, timeProvider);
        link.Authorizer = authorizer;
        var added = services.GetServices<ServedResource>().Concat(options.Added).ToList();
        var replaced = added.Select(static one => (one.Definition.Group, one.Definition.Plural)).ToHashSet();

        var rights = authorizer is RbacAuthorizer rbac ? CreateRights(rbac, link, timeProvider, services) : null;
        var client = services.GetRequiredService<IImageStreamClient>();
        ServedResources? all = null;
        var others = ReviewResource.CreateAll(gate, services, timeProvider)
            .Concat(CreateNamespaces(link.Namespaces, () => all!, authorizer, rights, timeProvider))
            .Concat(CreateLimits(link, client, timeProvider))
            .Concat(rights?.CreateResources() ?? [])
            .Where(one => !replaced.Contains((one.Definition.Group, one.Definition.Plural)));
        return all = new ServedResources(
            [.. ImageResources.Create(client, () => all!), .. others, .. added], services.GetService<IResourceSource>());
    }

    private static ApiEngineLink CreateLink(IServiceProvider services, TimeProvider timeProvider) => new(
        services.GetService<IImageStreamStore>(),
        services.GetService<IClusterObjectStore>(),
        services.GetService<NamespaceDirectory>(),
        timeProvider,
        GetStopping(services));

    private static CancellationToken GetStopping(IServiceProvider services) =>
        services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;

    private static RbacStore CreateRights(RbacAuthorizer authorizer, ApiEngineLink link, TimeProvider timeProvider, IServiceProvider services)
    {
        var rights = new RbacStore(authorizer.Policy, link.Objects, link.Namespaces, timeProvider, GetStopping(services));
        authorizer.Prepare = rights.PrepareAsync;
        return rights;
    }

    private static IEnumerable<ServedResource> CreateLimits(ApiEngineLink link, IImageStreamClient client, TimeProvider timeProvider)
    {
        var quotas = Create(LimitDefinitions.Quotas, link.Limits.Quotas);
        var counter = new QuotaCounter(quotas, link.Limits.Quotas, client);
        return [Create(LimitDefinitions.LimitRanges, link.Limits.Ranges), new QuotaResource(quotas, counter, client)];

        StoredResource Create(ObjectKind kind, FollowedObjects objects) =>
            new(kind, objects, RandomNaming.Instance, link.Namespaces, timeProvider);
    }

    private static IEnumerable<ServedResource> CreateNamespaces(
        NamespaceDirectory directory, Func<IServedResources> getResources, IApiAuthorizer authorizer, RbacStore? rights, TimeProvider timeProvider)
    {
        var sweep = new NamespaceSweep(directory, getResources);
        var namespaces = new NamespaceResource(directory, sweep, timeProvider);
        return [namespaces, new ProjectRequestResource(directory, rights), new ProjectResource(namespaces, sweep, authorizer)];
    }
}
