using System.Globalization;
using ImageStreams.Collections;
using ImageStreams.Patching;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Kubernetes;

/// <summary>Creates the JSON patches that set new images, and nothing else.</summary>
/// <remarks>
/// They hold only where everything that was evaluated is unchanged: the object, its triggers, the name and the image of each container.
/// Unlike an apply, they work for custom resources whose lists have no keys, and leave no part of a container behind that its owner
/// removes; unlike an update, they do not conflict with writes of the status.
/// </remarks>
internal static class ImagePatches
{
    private const string Uid = "/metadata/uid";

    /// <summary>Creates the patch of a workload.</summary>
    public static ObjectPatch Create(Workload current, Workload updated)
    {
        using var operations = new PatchOperations();
        operations
            .Test(Uid, ImageStreamJson.Deserialize<ClusterObject>(current.Utf8).Metadata.Uid)
            .Test("/metadata/annotations/image.openshift.io~1triggers", current.FindAnnotation(ObjectFieldTrigger.AnnotationName));
        for (var i = 0; i < current.Containers.Count; i++)
        {
            var (former, next) = (current.Containers[i], updated.Containers[i]);
            var path = ToPointer(current.PodSpecPath, former.IsInit ? "initContainers" : "containers", former.Index);
            AddImage(operations, path, (former.Name, former.Image), next.Image);
        }

        return operations.ToPatch();
    }

    /// <summary>Creates the patch of a deployment configuration, which has the last image of each trigger beside the containers.</summary>
    public static ObjectPatch Create(DeploymentConfig current, DeploymentConfig updated)
    {
        using var operations = new PatchOperations();
        operations.Test(Uid, current.Metadata.Uid);
        AddContainers(operations, "initContainers", current.Spec.Template?.Spec.InitContainers, updated.Spec.Template?.Spec.InitContainers);
        AddContainers(operations, "containers", current.Spec.Template?.Spec.Containers, updated.Spec.Template?.Spec.Containers);
        for (var i = 0; i < current.Spec.Triggers.Count; i++)
        {
            AddTrigger(operations, i, current.Spec.Triggers[i].ImageChangeParams, updated.Spec.Triggers[i].ImageChangeParams);
        }

        return operations.ToPatch();
    }

    private static void AddContainers(
        PatchOperations operations, string list, KeyedList<Container>? current, KeyedList<Container>? updated)
    {
        for (var i = 0; i < (current?.Count ?? 0); i++)
        {
            var (former, next) = (current!.Value[i], updated!.Value[i]);
            AddImage(operations, ToPointer("spec.template.spec", list, i), (former.Name, former.Image), next.Image);
        }
    }

    private static void AddImage(PatchOperations operations, string path, (string Name, string? Image) former, string? image)
    {
        if (image is not null && image != former.Image)
        {
            operations.Test($"{path}/name", former.Name.Length == 0 ? null : former.Name).Change($"{path}/image", former.Image, image);
        }
    }

    private static void AddTrigger(
        PatchOperations operations, int index, DeploymentTriggerImageChangeParams? current, DeploymentTriggerImageChangeParams? updated)
    {
        if (current is null || updated?.LastTriggeredImage is not { } image || image == current.LastTriggeredImage)
        {
            return;
        }

        var path = string.Create(CultureInfo.InvariantCulture, $"/spec/triggers/{index}/imageChangeParams");
        operations.Test($"{path}/from/name", current.From.Name).Change($"{path}/lastTriggeredImage", current.LastTriggeredImage, image);
        if (current.Automatic)
        {
            operations.Test($"{path}/automatic", value: true);
        }
    }

    private static string ToPointer(string podSpecPath, string list, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"/{podSpecPath.Replace('.', '/')}/{list}/{index}");
}
