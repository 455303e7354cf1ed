using ImageStreams.Builds;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Serialization;
using ImageStreams.Workloads;
using ImageStreams.Workspaces;

namespace ImageStreams.Tests.Workspaces;

/// <summary>Objects of workspaces.</summary>
internal static class WorkspaceSamples
{
    public const WorkspaceAssumptions Both = WorkspaceAssumptions.AssumeImported | WorkspaceAssumptions.AssumePushed;
    public const string Registry = WorkspaceOptions.DefaultRegistryHostname;
    public const string ImageA = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    /// <summary>A build on <c>base:1</c> that pushes <c>web:latest</c>.</summary>
    public static BuildConfig Build => ImageStreamJson.Deserialize<BuildConfig>("""
        {"metadata": {"namespace": "shop", "name": "web"}, "spec": {
          "strategy": {"sourceStrategy": {"from": {"kind": "ImageStreamTag", "name": "base:1"}}},
          "output": {"to": {"kind": "ImageStreamTag", "name": "web:latest"}},
          "triggers": [{"type": "ImageChange", "imageChange": {}}]}}
        """);

    /// <summary>A Deployment that a trigger gives <c>web:latest</c>.</summary>
    public static Workload Deployment => Workload.Parse("""
        {"kind": "Deployment", "apiVersion": "apps/v1", "metadata": {"namespace": "shop", "name": "web", "annotations": {
          "image.openshift.io/triggers": "[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"web:latest\"},\"fieldPath\":\"spec.template.spec.containers[0].image\"}]"}},
          "spec": {"template": {"spec": {"containers": [{"name": "web", "image": "web"}]}}}}
        """);

    /// <summary>Creates a stream of the namespace <c>shop</c> with the JSON of its spec tags, and of its status if given.</summary>
    public static ImageStream Stream(string name, string tags = "", string status = "{}") => ImageStreamJson.Deserialize<ImageStream>(
        $$$"""{"metadata": {"namespace": "shop", "name": "{{{name}}}"}, "spec": {"tags": [{{{tags}}}]}, "status": {{{status}}}}""");

    /// <summary>Creates the JSON of a spec tag.</summary>
    public static string Tag(string name, string kind, string from, string more = "") =>
        $$"""{"name": "{{name}}", "from": {"kind": "{{kind}}", "name": "{{from}}"}{{more}}}""";

    /// <summary>Creates the JSON of a status in which a tag has an image.</summary>
    public static string Has(string tag, string pullSpec, string image = ImageA) =>
        $$"""{"tags": [{"tag": "{{tag}}", "items": [{"created": "2026-01-02T03:04:05Z", "dockerImageReference": "{{pullSpec}}", "image": "{{image}}", "generation": 1}]}]}""";

    public static ImageStreamWorkspace Create(WorkspaceObjects objects, WorkspaceAssumptions assumptions = Both) =>
        ImageStreamWorkspace.Create(objects, new WorkspaceOptions { Assumptions = assumptions });

    public static ImageStreamWorkspace Create(params ImageStream[] streams) =>
        Create(new WorkspaceObjects { Streams = [.. streams], BuildConfigs = [Build], Workloads = [Deployment] });

    public static string? FindPullSpec(ImageStreamWorkspace workspace, string tag) =>
        (workspace.Resolve(ImageStreamTagName.Parse(tag)).Resolution as TagResolution.Resolved)?.PullSpec;
}
