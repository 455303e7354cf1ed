using System.Text.Json.Nodes;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary><c>projectrequests</c>: creates a namespace, whose administrator is the one who asked for it.</summary>
internal sealed class ProjectRequestResource(NamespaceDirectory directory, RbacStore? rights) : ServedResource
{
    private static readonly string[] Texts = ["description", "displayName"];

    public override ResourceDefinition Definition => NamespaceDefinitions.ProjectRequests;

    public override async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var body = ReviewBody.Read(request.Body, Definition);
        var metadata = NamespaceDocuments.ReadMetadata(body) with { Annotations = GetAnnotations(body, request.User.Name) };
        if (NamespaceNames.IsReserved(metadata.Name!))
        {
            throw NamespaceErrors.Reserved(Definition, metadata.Name!);
        }

        var project = await CreateAsync(metadata, request.Write.DryRun, cancellationToken).ConfigureAwait(false);
        if (rights is not null && !request.Write.DryRun)
        {
            await rights.CreateAdminAsync(metadata.Name!, request.User, cancellationToken).ConfigureAwait(false);
        }

        return ServedAnswer.FromCreated(new ServedObject(ObjectDocuments.ToServed(project).Utf8Json)
        {
            Kind = NamespaceDefinitions.Projects.Kind,
            ApiVersion = NamespaceDefinitions.Projects.ApiVersion,
        });
    }

    private async Task<ClusterObject> CreateAsync(ObjectMeta metadata, bool isDryRun, CancellationToken cancellationToken)
    {
        var (definition, name) = (NamespaceDefinitions.Projects, metadata.Name ?? "");
        if (!NamespaceNames.IsValid(name))
        {
            throw NamespaceErrors.InvalidName(definition, name);
        }

        var value = NamespaceDocuments.Create(metadata);
        return isDryRun
            ? value
            : await directory.TryCreateAsync(value, cancellationToken).ConfigureAwait(false) ?? throw NamespaceErrors.AlreadyExists(definition, name);
    }

    private static ValueMap<string> GetAnnotations(JsonObject body, string requester) => Texts
        .Select(name => KeyValuePair.Create($"openshift.io/{ToAnnotation(name)}", ReviewBody.FindText(body, name)))
        .Append(KeyValuePair.Create("openshift.io/requester", requester))
        .ToValueMap();

    private static string ToAnnotation(string name) => name == "displayName" ? "display-name" : name;
}
