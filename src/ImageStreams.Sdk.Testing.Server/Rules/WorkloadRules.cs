using System.Globalization;
using System.Text.Json.Nodes;
using System.Text;
using ImageStreams.AspNetCore;
using ImageStreams.Validation;
using ImageStreams.Workloads;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of objects with pods: pull policies, images, volumes and what mounts them.</summary>
/// <param name="podSpec">The path of the pod specification.</param>
internal class WorkloadRules(params string[] podSpec) : KindRules
{
    private static readonly string[] ContainerLists = ["initContainers", "containers"];

    public override void SetDefaults(JsonObject value)
    {
        SetAccount(value.FindObject(podSpec));
        foreach (var volume in value.FindItems([.. podSpec, "volumes"]).Where(volume => !VolumeSources.Find(volume).Any()))
        {
            volume["emptyDir"] = new JsonObject();
        }

        foreach (var list in ContainerLists)
        {
            foreach (var container in value.FindItems([.. podSpec, list]))
            {
                container.SetMissing("imagePullPolicy", ChoosePullPolicy(container.FindText("image") ?? ""));
            }
        }
    }

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old)
    {
        var text = Encoding.UTF8.GetBytes(value.ToJsonString());
        var errors = Workload.TryParse(text, out var workload) ? WorkloadValidator.Validate(workload) : default;
        return [.. ValidateVolumes(value), .. errors, .. ValidateMounts(value)];
    }

    public override IEnumerable<string> FindWarnings(JsonObject value)
    {
        var index = 0;
        foreach (var constraint in value.FindItems([.. podSpec, "topologySpreadConstraints"]))
        {
            if (constraint["labelSelector"] is null)
            {
                yield return Path($"topologySpreadConstraints[{index}].labelSelector") + ": a null labelSelector results in matching no pod";
            }

            index++;
        }
    }

    // The name of the account has a former name, too; one follows the other.
    private static void SetAccount(JsonObject? spec)
    {
        var name = spec?.FindText("serviceAccountName") is { Length: > 0 } known ? known : spec?.FindText("serviceAccount");
        if (!string.IsNullOrEmpty(name))
        {
            (spec!["serviceAccountName"], spec["serviceAccount"]) = (name, name);
        }
    }

    /// <summary>Compares the selector with that of the object before; it must not change.</summary>
    protected static IEnumerable<FieldError> ValidateSelector(JsonObject value, JsonObject? old)
    {
        if (old is not null && !JsonNode.DeepEquals(value.Find("spec", "selector"), old.Find("spec", "selector")))
        {
            yield return Invalid("spec.selector", null, "field is immutable: delete the object and create it anew");
        }
    }

    private IEnumerable<FieldError> ValidateVolumes(JsonObject value)
    {
        var index = 0;
        foreach (var volume in value.FindItems([.. podSpec, "volumes"]))
        {
            foreach (var second in VolumeSources.Find(volume).Skip(1).Take(1))
            {
                yield return Forbidden(Path($"volumes[{index}].{second}"), "may not specify more than 1 volume type");
            }

            index++;
        }
    }

    private IEnumerable<FieldError> ValidateMounts(JsonObject value)
    {
        var volumes = value.FindItems([.. podSpec, "volumes"])
            .Where(volume => VolumeSources.Find(volume).Take(2).Count() == 1)
            .Select(volume => volume.FindText("name"))
            .ToHashSet();
        return
            from list in ContainerLists
            from container in value.FindItems([.. podSpec, list]).Select((item, index) => (Item: item, Index: index))
            from mount in container.Item.FindItems("volumeMounts").Select((item, index) => (Item: item, Index: index))
            where !volumes.Contains(mount.Item.FindText("name"))
            select NotFound(
                Path($"{list}[{container.Index}].volumeMounts[{mount.Index}].name"), mount.Item.FindText("name") ?? "");
    }

    private string Path(FormattableString rest) =>
        string.Join('.', podSpec) + "." + rest.ToString(CultureInfo.InvariantCulture);

    // The tag latest, named or not, is always pulled; what names no image, such as the space that triggers replace, has no tag.
    private static string ChoosePullPolicy(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        var isFixed = string.IsNullOrWhiteSpace(image) || name.Contains('@', StringComparison.Ordinal)
            || (name.Contains(':', StringComparison.Ordinal) && !name.EndsWith(":latest", StringComparison.Ordinal));
        return isFixed ? "IfNotPresent" : "Always";
    }
}
