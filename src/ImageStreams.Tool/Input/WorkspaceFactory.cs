using ImageStreams.Manifests;
using ImageStreams.Workspaces;

namespace ImageStreams.Tool;

/// <summary>Creates workspaces of manifests.</summary>
internal static class WorkspaceFactory
{
    /// <summary>Creates a workspace.</summary>
    public static ImageStreamWorkspace Create(ManifestSet manifests, InputSettings settings)
    {
        var objects = new WorkspaceObjects
        {
            Streams = manifests.Streams,
            Images = manifests.Images,
            BuildConfigs = manifests.BuildConfigs,
            DeploymentConfigs = manifests.DeploymentConfigs,
            Workloads = manifests.Workloads,
            ImageDigestMirrorSets = manifests.ImageDigestMirrorSets,
            ImageTagMirrorSets = manifests.ImageTagMirrorSets,
            ImageContentSourcePolicies = manifests.ImageContentSourcePolicies,
        };
        return ImageStreamWorkspace.Create(objects, CreateOptions(settings));
    }

    private static WorkspaceOptions CreateOptions(InputSettings settings) => new()
    {
        Assumptions = settings.AsStored
            ? WorkspaceAssumptions.AsStored
            : WorkspaceAssumptions.AssumeImported | WorkspaceAssumptions.AssumePushed,
        InternalRegistryHostname = settings.RegistryHost ?? WorkspaceOptions.DefaultRegistryHostname,
    };
}
