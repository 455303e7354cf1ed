using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary><c>projects</c>: the namespaces that the one who asks may see.</summary>
internal sealed class ProjectResource(NamespaceResource namespaces, NamespaceSweep sweep, IApiAuthorizer authorizer) : ServedResource
{
    private const string Success = "Success";

    public override ResourceDefinition Definition => NamespaceDefinitions.Projects;

    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken) => ServedAnswer.FromObject(
        NamespaceResource.ToServed(await namespaces.GetCurrentAsync(Definition, request.Name!, cancellationToken).ConfigureAwait(false)));

    public override async ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var answer = await namespaces.ListAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer is not ServedAnswer.Many many)
        {
            return answer;
        }

        var visible = new List<ServedObject>();
        foreach (var item in many.List.Items)
        {
            if (await MaySeeAsync(request.User, ObjectNames.Find(item), cancellationToken).ConfigureAwait(false))
            {
                visible.Add(item);
            }
        }

        // How many others there are is not told either.
        var metadata = many.List.Metadata with { RemainingItemCount = null };
        return new ServedAnswer.Many { List = many.List with { Items = visible, Metadata = metadata } };
    }

    public override async ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var current = await namespaces.GetCurrentAsync(Definition, request.Name!, cancellationToken).ConfigureAwait(false);
        if (!request.Delete.DryRun)
        {
            await sweep.DeleteAsync(current, cancellationToken).ConfigureAwait(false);
        }

        return new ServedAnswer.Outcome { Status = new KubernetesStatus { Kind = "Status", ApiVersion = "v1", Status = Success } };
    }

    private async ValueTask<bool> MaySeeAsync(ApiUser user, string name, CancellationToken cancellationToken)
    {
        var access = new ApiAccess
        {
            User = user,
            Verb = ResourceVerbs.Get,
            Group = NamespaceDefinitions.ProjectGroup,
            Version = "v1",
            Resource = "projects",
            Namespace = name,
            Name = name,
        };
        var decision = await authorizer.AuthorizeAsync(access, cancellationToken).ConfigureAwait(false);
        return decision.Allowed;
    }
}
