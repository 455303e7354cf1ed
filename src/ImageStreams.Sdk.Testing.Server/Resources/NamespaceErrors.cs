using ImageStreams.AspNetCore;
using ImageStreams.Clients;

namespace ImageStreams.Testing.Server;

/// <summary>Creates the errors of namespaces in which nothing can be created.</summary>
internal static class NamespaceErrors
{
    public static ApiException Missing(string ns) => ServedErrors.Create(
        ApiFailure.NotFound,
        404,
        StatusReasons.NotFound,
        $"namespaces \"{ns}\" not found",
        new StatusDetails { Name = ns, Kind = "namespaces" });

    public static ApiException Terminating(ResourceDefinition resource, ClusterObject value) => ServedErrors.Create(
        ApiFailure.Forbidden,
        403,
        StatusReasons.Forbidden,
        $"{resource.QualifiedName} \"{value.Name}\" is forbidden: unable to create new content in namespace {value.Namespace} "
        + "because it is being terminated",
        new StatusDetails
        {
            Name = value.Name,
            Group = resource.Group.Length == 0 ? null : resource.Group,
            Kind = resource.Plural,
            Causes =
            [
                new StatusCause
                {
                    Reason = "NamespaceTerminating",
                    Message = $"namespace {value.Namespace} is being terminated",
                    Field = "metadata.namespace",
                },
            ],
        });
}
