using System.Text.Json.Nodes;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary><c>projectrequests</c>: creates a namespace, whose administrator is the one who asked for it.</summary>
internal sealed class ProjectRequestResource(NamespaceResource namespaces, IApiAuthorizer authorizer) : ServedResource
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

        var created = await namespaces
            .CreateAsync(NamespaceDefinitions.Projects, metadata, request.Write.DryRun, cancellationToken)
            .ConfigureAwait(false);
        if (authorizer is RbacAuthorizer rbac && !request.Write.DryRun)
        {
            rbac.Policy.Set(new RbacBinding
            {
                Name = "admin",
                Namespace = metadata.Name!,
                Role = "admin",
                Subjects = [RbacSubject.CreateUser(request.User.Name)],
            });
        }

        var project = NamespaceResource.ToServed(created);
        return ServedAnswer.FromCreated(new ServedObject(project.Utf8Json)
        {
            Kind = NamespaceDefinitions.Projects.Kind,
            ApiVersion = NamespaceDefinitions.Projects.ApiVersion,
        });
    }

    private static ValueMap<string> GetAnnotations(JsonObject body, string requester) => Texts
        .Select(name => KeyValuePair.Create($"openshift.io/{ToAnnotation(name)}", ReviewBody.FindText(body, name)))
        .Append(KeyValuePair.Create("openshift.io/requester", requester))
        .ToValueMap();

    private static string ToAnnotation(string name) => name == "displayName" ? "display-name" : name;
}
