using ImageStreams.Builds;

namespace ImageStreams.Testing.Server;

/// <summary>Completes what a build configuration records of a build: an entry for each of its triggers that is not paused.</summary>
internal static class BuildRecords
{
    /// <summary>Completes the record.</summary>
    /// <param name="before">The configuration before the build.</param>
    /// <param name="recorded">The configuration with the images of the build.</param>
    /// <param name="request">The request for the build; only the triggers that it names have fired at this time.</param>
    public static BuildConfig Complete(BuildConfig before, BuildConfig recorded, BuildRequest request)
    {
        var fired = request.TriggeredBy
            .Select(static cause => cause.ImageChangeBuild?.FromRef)
            .OfType<ObjectReference>()
            .Select(static from => GetKey(from.Namespace, from.Name))
            .ToHashSet();
        var known = recorded.Status.ImageChangeTriggers;
        var missing = recorded.Spec.Triggers
            .Where(static trigger => trigger.ImageChange is { Paused: false })
            .Select(trigger => trigger.ImageChange!.From ?? recorded.Spec.Strategy.From)
            .Where(static from => from is { Kind: "ImageStreamTag" })
            .Select(static from => new ImageStreamTagReference { Namespace = from!.Namespace, Name = from.Name })
            .Where(from => !known.Any(one => GetKey(one.From) == GetKey(from)))
            .Select(static from => new ImageChangeTriggerStatus { From = from });
        var records = known.Select(one => fired.Contains(GetKey(one.From)) ? one : one with { LastTriggerTime = FindTime(before, one) });
        return recorded with { Status = recorded.Status with { ImageChangeTriggers = [.. records, .. missing] } };
    }

    private static Timestamp FindTime(BuildConfig before, ImageChangeTriggerStatus record) =>
        before.Status.ImageChangeTriggers.FirstOrDefault(one => GetKey(one.From) == GetKey(record.From))?.LastTriggerTime ?? default;

    private static (string Namespace, string Name) GetKey(ImageStreamTagReference tag) => GetKey(tag.Namespace, tag.Name);

    private static (string Namespace, string Name) GetKey(string? ns, string? name) => (ns ?? "", name ?? "");
}
