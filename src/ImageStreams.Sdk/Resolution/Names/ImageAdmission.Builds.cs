using System.Globalization;
using ImageStreams.Builds;
using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <content>Builds, which take images by reference.</content>
public sealed partial class ImageAdmission
{
    /// <summary>Admits a build that is created; an updated build keeps its images.</summary>
    /// <remarks>
    /// A reference to a tag with an image is unchanged, because the build resolves it; only a reference to an empty tag is
    /// rewritten.
    /// </remarks>
    /// <param name="build">The build.</param>
    /// <returns>The build with its references rewritten, and the result for each image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="build"/> is null.</exception>
    public BuildAdmission Admit(Build build)
    {
        ArgumentNullException.ThrowIfNull(build);

        var hasController = build.Metadata.OwnerReferences.Any(owner => owner.Controller == true);
        var ns = build.Metadata.Namespace ?? DefaultNamespace;
        var resolveAll = ResolvesAll(build.Metadata.Annotations);
        var results = GetReferences(build.Spec)
            .Select(location => hasController
                ? LeftAlone(location.Path, location.From, AdmissionReason.HasController)
                : Evaluate(location.Path, location.From, ns, resolveAll))
            .ToValueList();
        return new BuildAdmission { Build = Rewritten(build, results), Results = results };
    }

    private static IEnumerable<(string Path, ObjectReference From)> GetReferences(BuildSpec spec)
    {
        for (var i = 0; i < spec.Source.Images.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"spec.source.images[{i}].from");
            yield return (path, spec.Source.Images[i].From);
        }

        if (spec.Strategy.From is { } from)
        {
            yield return ($"spec.strategy.{GetStrategyField(spec.Strategy)}.from", from);
        }
    }

    private static string GetStrategyField(BuildStrategy strategy) => strategy switch
    {
        { SourceStrategy: not null } => "sourceStrategy",
        { DockerStrategy: not null } => "dockerStrategy",
        _ => "customStrategy",
    };

    private static Build Rewritten(Build build, ValueList<AdmissionResult> results)
    {
        if (!results.Any(result => result is AdmissionResult.Rewritten))
        {
            return build;
        }

        var images = build.Spec.Source.Images.Zip(results, (image, result) => image with { From = GetReference(result) });
        var strategy = build.Spec.Strategy;
        return build with
        {
            Spec = build.Spec with
            {
                Source = build.Spec.Source with { Images = images.ToValueList() },
                Strategy = strategy.From is null ? strategy : strategy.WithFrom(GetReference(results[^1])),
            },
        };
    }

    private static ObjectReference GetReference(AdmissionResult result) => result is AdmissionResult.Rewritten rewritten
        ? result.From with { Kind = ReferenceKinds.DockerImage, Namespace = null, Name = rewritten.PullSpec }
        : result.From;
}
