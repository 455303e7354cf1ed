using ImageStreams.Importing;
using ImageStreams.Internal;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>
/// Options of <see cref="EmbeddedImageStreamClient"/>; a cluster has them in the configuration of the API server.
/// </summary>
/// <remarks>Copied when the client is created; later changes have no effect on it. All options bind from configuration
/// except those that are delegates.</remarks>
public sealed class EmbeddedImageStreamOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="InternalRegistryHostname"/>: the registry of an OpenShift cluster, as it is
    /// reached from inside.</summary>
    public const string DefaultInternalRegistryHostname = "image-registry.openshift-image-registry.svc:5000";

    /// <summary>Default of <see cref="ImageStreamImportMode"/>: <c>Legacy</c>.</summary>
    public const string DefaultImageStreamImportMode = "Legacy";

    /// <summary>Default of <see cref="VersionWait"/>: 3 seconds, as on the server.</summary>
    public static readonly TimeSpan DefaultVersionWait = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The host and optional port of the engine's own registry, where pushes go: the beginning of
    /// <c>status.dockerImageRepository</c>. Empty for none; nothing is then rewritten to it.
    /// </summary>
    /// <remarks>A name only: the engine itself sends no requests to it.</remarks>
    public string InternalRegistryHostname { get; set; } = DefaultInternalRegistryHostname;

    /// <summary>
    /// The host and optional port by which the engine's own registry is reached from outside: the beginning of
    /// <c>status.publicDockerImageRepository</c>. Empty, the default, when it is not reached from outside.
    /// </summary>
    public string ExternalRegistryHostname { get; set; } = "";

    /// <summary>The registries that images may come from, as in <c>spec.allowedRegistriesForImport</c> of the cluster's
    /// image configuration; empty, the default, for all of them.</summary>
    /// <remarks>The engine's own registry is always allowed.</remarks>
    public IList<AllowedRegistryOptions> AllowedRegistriesForImport { get; } = new List<AllowedRegistryOptions>();

    /// <summary>The <c>importMode</c> of tags that do not set one, as in <c>spec.imageStreamImportMode</c> of the
    /// cluster's image configuration: <c>Legacy</c>, the default, or <c>PreserveOriginal</c>.</summary>
    public string ImageStreamImportMode { get; set; } = DefaultImageStreamImportMode;

    /// <summary>
    /// Gets or sets a value indicating whether <c>importPolicy.insecure</c> applies to each image of an import on its own;
    /// <see langword="false"/>, the default, for OpenShift's behavior: the first image of a repository decides for all
    /// images of the repository in the same request.
    /// </summary>
    public bool ApplyInsecurePerImage { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether an index that the API does not accept, such as one that holds another index,
    /// fails only its own tag; <see langword="false"/>, the default, for OpenShift's behavior: one such image fails the
    /// whole import.
    /// </summary>
    public bool FailInvalidImagesIndividually { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether an index that holds another index is imported, as
    /// <see cref="ImageImporterOptions.RefuseNestedIndexes"/> describes; <see langword="false"/>, the default, for OpenShift's
    /// behavior: the import fails.
    /// </summary>
    /// <remarks>An importer that refuses such indexes itself still does.</remarks>
    public bool FollowNestedIndexes { get; set; }

    /// <summary>
    /// The time after which an image that no stream names is removed from the store; <see langword="null"/>, the default, to
    /// keep images as OpenShift's API server does, which leaves that to <c>oc adm prune images</c>.
    /// </summary>
    /// <remarks>
    /// An image is removed with the first write to a stream after it was unused for this time, and at most half of it later;
    /// see <see cref="EmbeddedImageStreamClient.PruneImagesAsync"/>. OpenShift's nightly job has 60 minutes.
    /// Other processes must not write to a store whose images are removed.
    /// </remarks>
    public TimeSpan? PruneImagesAfter { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether an import that fails as before settles a tag whose spec tag has changed since:
    /// the failure is then recorded for the new spec tag; <see langword="false"/>, the default, for OpenShift's behavior:
    /// nothing is recorded, and the tag stays pending.
    /// </summary>
    public bool SettleRepeatedFailures { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether tags of streams that a client created can be updated through
    /// <c>imagetags</c>; <see langword="false"/>, the default, for OpenShift's behavior: such an update is not valid, and
    /// only deleting and creating a tag, <c>imagestreamtags</c> or the stream itself can change it.
    /// </summary>
    public bool AcceptImageTagUpdates { get; set; }

    /// <summary>The limits of streams, as <c>LimitRange</c> and <c>ResourceQuota</c> set them in a cluster; none by default. Not read
    /// when <see cref="GetLimits"/> is set.</summary>
    public IList<StreamLimitOptions> StreamLimits { get; } = new List<StreamLimitOptions>();

    /// <summary>The time for which a reader waits for a version that the store has not reached yet; zero to fail at once, and at most
    /// an hour.</summary>
    public TimeSpan VersionWait { get; set; } = DefaultVersionWait;

    /// <summary>
    /// The function that returns what knows the user of a request; <see langword="null"/>, the default, for
    /// <see cref="ApiUser.Admin"/>. Called when the client is created. Set in code only.
    /// </summary>
    public Func<IRequestUsers>? GetUsers { get; set; }

    /// <summary>
    /// The function that returns what knows the namespaces; <see langword="null"/>, the default, for a cluster in which every
    /// namespace exists. Called when the client is created. Set in code only.
    /// </summary>
    public Func<INamespaces>? GetNamespaces { get; set; }

    /// <summary>
    /// The function that returns the limits of streams; <see langword="null"/>, the default, for <see cref="StreamLimits"/>.
    /// Called when the client is created. Set in code only.
    /// </summary>
    public Func<IStreamLimits>? GetLimits { get; set; }

    /// <summary>
    /// The function that returns the source of limits beside <see cref="StreamLimits"/>, which may change at any time;
    /// <see langword="null"/>, the default, for none. Not called when <see cref="GetLimits"/> is set. Called when the client is
    /// created. Set in code only.
    /// </summary>
    public Func<IStreamLimitSource>? GetLimitSource { get; set; }

    /// <summary>
    /// The function that returns the reviewer of access to imports and to streams of other namespaces;
    /// <see langword="null"/>, the default, to allow every access. Called when the client is created. Set in code only.
    /// </summary>
    public Func<IAccessReviewer>? GetAccessReviewer { get; set; }

    /// <summary>
    /// The function that returns the source of UIDs and generated names; <see langword="null"/>, the default, for random
    /// ones. Called when the client is created. Set in code only.
    /// </summary>
    public Func<IObjectNaming>? GetNaming { get; set; }

    /// <exception cref="RegistryPatternFormatException">A registry in the list is not a pattern.</exception>
    internal AllowedRegistries CreateAllowedRegistries() => AllowedRegistriesForImport.Count == 0
        ? AllowedRegistries.All
        : AllowedRegistries.Create(
            AllowedRegistriesForImport.Select(static entry => entry.ToAllowedRegistry()), InternalRegistryHostname);

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Require(InternalRegistryHostname is not null, nameof(InternalRegistryHostname), InternalRegistryHostname, "set");
        errors.Require(ExternalRegistryHostname is not null, nameof(ExternalRegistryHostname), ExternalRegistryHostname, "set");
        errors.Require(
            ImageStreamImportMode is "Legacy" or "PreserveOriginal",
            nameof(ImageStreamImportMode),
            ImageStreamImportMode,
            "'Legacy' or 'PreserveOriginal'");
        errors.CheckEach(AllowedRegistriesForImport);
        errors.CheckEach(StreamLimits);
        errors.Require(VersionWait >= TimeSpan.Zero && VersionWait <= TimeSpan.FromHours(1), nameof(VersionWait), VersionWait, "from 0 to an hour");
        if (PruneImagesAfter is { } after)
        {
            errors.Positive(after, nameof(PruneImagesAfter));
        }
    }
}
