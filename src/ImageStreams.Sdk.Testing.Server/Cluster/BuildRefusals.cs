using System.Globalization;
using ImageStreams.AspNetCore;
using ImageStreams.Builds;
using ImageStreams.Clients;

namespace ImageStreams.Testing.Server;

/// <summary>Refuses requests for builds that are not wanted anymore.</summary>
internal static class BuildRefusals
{
    private const string KnownImage = "has already instantiated a build for imageid";

    /// <summary>Determines whether an instantiation failed since there is a build of the image already.</summary>
    public static bool IsKnownImage(ApiException exception) =>
        exception.Reason == ApiFailure.InternalError && exception.Status.Message?.Contains(KnownImage, StringComparison.Ordinal) == true;

    /// <summary>Requires that a request names the last version, where it names one.</summary>
    /// <exception cref="ApiException">It names another one (400).</exception>
    public static void RequireLast(BuildConfig config, BuildRequest wanted)
    {
        if (wanted.LastVersion is { } last && last != config.Status.LastVersion)
        {
            throw ServedErrors.BadRequest(string.Create(
                CultureInfo.InvariantCulture,
                $"the LastVersion({last}) on the build request does not match the current version({config.Status.LastVersion})"));
        }
    }

    /// <summary>Requires that there is no build of the image of a request.</summary>
    /// <exception cref="ApiException">There is one, which is an internal error of the real API, too (500).</exception>
    public static void RequireNew(BuildConfig config, BuildRequest wanted)
    {
        var image = wanted.TriggeredByImage?.Name;
        var isKnown = image is not null && config.Status.ImageChangeTriggers.Any(known => known.LastTriggeredImageId == image);
        if (isKnown)
        {
            var message = $"build config {config.Namespace}/{config.Name} {KnownImage} {image}";
            throw ServedErrors.Create(
                ApiFailure.InternalError,
                500,
                StatusReasons.InternalError,
                $"Internal error occurred: {message}",
                new StatusDetails { Causes = [new StatusCause { Message = message }] });
        }
    }
}
