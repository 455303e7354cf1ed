using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>The answers to requests about namespaces that cannot be met.</summary>
internal static class NamespaceErrors
{
    /// <summary>Creates the answer to a creation of what exists (409).</summary>
    public static ApiException AlreadyExists(ResourceDefinition definition, string name) => ServedErrors.Create(
        ApiFailure.AlreadyExists,
        409,
        StatusReasons.AlreadyExists,
        $"{definition.QualifiedName} {AccessText.Quote(name)} already exists",
        ServedErrors.CreateDetails(definition, name));

    /// <summary>Creates the answer to a creation in a namespace that is missing (404).</summary>
    public static ApiException Missing(string ns) => ServedErrors.NotFound(NamespaceDefinitions.Namespaces, ns);

    /// <summary>Creates the answer to a creation in a namespace that is being deleted (403).</summary>
    public static ApiException Terminating(ResourceDefinition resource, ClusterObject value) => ServedErrors.Create(
        ApiFailure.Forbidden,
        403,
        StatusReasons.Forbidden,
        $"{resource.QualifiedName} {AccessText.Quote(value.Name)} is forbidden: unable to create new content in namespace {value.Namespace} "
        + "because it is being terminated",
        ServedErrors.CreateDetails(resource, value.Name) with
        {
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

    /// <summary>Creates the answer to an update of another version than the current one (409).</summary>
    public static ApiException Modified(ResourceDefinition definition, string name) => ServedErrors.Create(
        ApiFailure.Conflict,
        409,
        StatusReasons.Conflict,
        $"Operation cannot be fulfilled on {definition.QualifiedName} {AccessText.Quote(name)}: the object has been modified; "
        + "please apply your changes to the latest version and try again",
        ServedErrors.CreateDetails(definition, name));

    /// <summary>Creates the answer to a request for a project whose name belongs to the cluster (403).</summary>
    public static ApiException Reserved(ResourceDefinition definition, string name) => ServedErrors.Create(
        ApiFailure.Forbidden,
        403,
        StatusReasons.Forbidden,
        $"{definition.QualifiedName} {AccessText.Quote(name)} is forbidden: projects of this name belong to the cluster",
        ServedErrors.CreateDetails(definition, name));

    /// <summary>Describes a name that no namespace can have.</summary>
    public static string DescribeInvalidName(string name) =>
        $"Invalid value: {AccessText.Quote(name)}: a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
        + "and must start and end with an alphanumeric character";

    /// <summary>Creates the answer to a name that no namespace can have (422).</summary>
    public static ApiException InvalidName(ResourceDefinition definition, string name)
    {
        var message = DescribeInvalidName(name);
        return ServedErrors.Create(
            ApiFailure.Invalid,
            422,
            StatusReasons.Invalid,
            $"{definition.Kind} {AccessText.Quote(name)} is invalid: metadata.name: {message}",
            ServedErrors.CreateDetails(definition, name) with
            {
                Kind = definition.Kind,
                Causes = [new StatusCause { Reason = "FieldValueInvalid", Message = message, Field = "metadata.name" }],
            });
    }
}
