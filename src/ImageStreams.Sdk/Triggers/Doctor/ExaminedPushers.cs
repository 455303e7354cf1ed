using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>The builds that may push the first images of tags.</summary>
/// <remarks>
/// References count with the corrections of their kinds and names, which have findings of their own. A build that is built
/// from the tag that it pushes cannot start before the tag has an image, and brings none.
/// </remarks>
internal sealed class ExaminedPushers
{
    private readonly Dictionary<ImageStreamTagName, BuildConfig> _pushers = [];

    public ExaminedPushers(ValueList<BuildConfig> builds)
    {
        foreach (var build in OrderByName(builds))
        {
            Add(build);
        }
    }

    /// <summary>Finds the build that may push the first image of a tag; null when none does.</summary>
    public BuildConfig? Find(ImageStreamTagName tag) => _pushers.GetValueOrDefault(tag);

    /// <summary>Orders builds, so that of two that push a tag the same one is named whatever their order.</summary>
    private static IEnumerable<BuildConfig> OrderByName(ValueList<BuildConfig> builds) => builds
        .OrderBy(build => build.Namespace, StringComparer.Ordinal)
        .ThenBy(build => build.Name, StringComparer.Ordinal);

    private void Add(BuildConfig build)
    {
        if (PushedTag.Find(CorrectOutput(build)) is { } output)
        {
            var tag = RemoveBlanks(output);
            if (FindBase(build) != tag)
            {
                _pushers.TryAdd(tag, build);
            }
        }
    }

    private static ImageStreamTagName? FindBase(BuildConfig build)
    {
        var stored = build.WithDefaults().Spec.Strategy.From;
        var meant = BuildReferenceExamination.HasAppendedTag(build.Spec.Strategy.From, stored)
            ? build.Spec.Strategy.From! with { Kind = ReferenceKinds.ImageStreamTag }
            : stored;
        return meant is not null && PushedTag.FindTag(meant, build.Namespace) is { } tag ? RemoveBlanks(tag) : null;
    }

    /// <summary>Corrects the kind of an output whose name has a tag, and would get a second one, and the name of a tag
    /// without one.</summary>
    private static BuildConfig CorrectOutput(BuildConfig build)
    {
        if (build.Spec.Output.To is not { Name: { Length: > 0 } name } to)
        {
            return build;
        }

        if (BuildReferenceExamination.HasAppendedTag(to, build.Spec.Output.WithDefaults().To))
        {
            return WithOutput(build, to with { Kind = ReferenceKinds.ImageStreamTag });
        }

        return to.Kind == ReferenceKinds.ImageStreamTag && !ImageStreamTagName.TrySplit(name, out var stream, out var tag)
            ? WithOutput(build, to with { Name = ImageStreamTagName.Join(stream, tag) })
            : build;
    }

    private static BuildConfig WithOutput(BuildConfig build, ObjectReference to) =>
        build with { Spec = build.Spec with { Output = new BuildOutput { To = to } } };

    private static ImageStreamTagName RemoveBlanks(ImageStreamTagName tag) => ImageStreamTagName.FromParts(
        NameFlaws.RemoveBlanks(tag.Namespace), NameFlaws.RemoveBlanks(tag.Stream), NameFlaws.RemoveBlanks(tag.Tag));
}
