using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.AspNetCore;

/// <summary>Creates all resources of an API.</summary>
internal static class ApiResources
{
    /// <summary>Creates the resources of the image API, the reviews and namespaces, and those that the application adds; one that it
    /// adds replaces one of the same path.</summary>
    public static ServedResources Create(IServiceProvider services, ImageApiOptions options, IApiAuthorizer authorizer)
    {
        var timeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var link = services.GetService<ApiEngineLink>() ?? CreateLink(services, timeProvider);
        link.Authorizer = authorizer;
        var added = services.GetServices<ServedResource>().Concat(options.Added).ToList();
        var replaced = added.Select(static one => (one.Definition.Group, one.Definition.Plural)).ToHashSet();

        ServedResources? all = null;
        var others = ReviewResource.CreateAll(authorizer, timeProvider)
            .Concat(CreateNamespaces(link.Namespaces, () => all!, authorizer))
            .Concat(authorizer is RbacAuthorizer rbac ? RbacResource.CreateAll(rbac.Policy, timeProvider) : [])
            .Where(one => !replaced.Contains((one.Definition.Group, one.Definition.Plural)));
        return all = new ServedResources([.. ImageResources.Create(services.GetRequiredService<IImageStreamClient>()), .. others, .. added]);
    }

    private static ApiEngineLink CreateLink(IServiceProvider services, TimeProvider timeProvider) =>
        new(services.GetService<IImageStreamStore>(), services.GetService<NamespaceDirectory>(), timeProvider);

    private static IEnumerable<ServedResource> CreateNamespaces(
        NamespaceDirectory directory, Func<IServedResources> getResources, IApiAuthorizer authorizer)
    {
        var sweep = new NamespaceSweep(directory, getResources);
        var namespaces = new NamespaceResource(directory, sweep);
        return [namespaces, new ProjectRequestResource(namespaces, authorizer), new ProjectResource(namespaces, sweep, authorizer)];
    }
}
