using System.Security.Cryptography;
using ImageStreams.Storage;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>The options of an embedded client, as they were when it was created.</summary>
internal sealed class EngineSettings(EmbeddedImageStreamOptions options, IImageStreamStore store)
{
    public string InternalRegistryHostname { get; } = options.InternalRegistryHostname;

    public string ExternalRegistryHostname { get; } = options.ExternalRegistryHostname;

    public AllowedRegistries AllowedRegistries { get; } = options.CreateAllowedRegistries();

    public ImportMode DefaultImportMode { get; } = new(options.ImageStreamImportMode);

    public bool ApplyInsecurePerImage { get; } = options.ApplyInsecurePerImage;

    public bool FailInvalidImagesIndividually { get; } = options.FailInvalidImagesIndividually;

    public bool FollowNestedIndexes { get; } = options.FollowNestedIndexes;

    public bool SettleRepeatedFailures { get; } = options.SettleRepeatedFailures;

    public bool AcceptImageTagUpdates { get; } = options.AcceptImageTagUpdates;

    public TimeSpan VersionWait { get; } = options.VersionWait;

    public EnginePorts Ports { get; } = new(options, store);

    public IObjectNaming Naming { get; } = options.GetNaming?.Invoke() ?? new RandomNaming();

    /// <summary>Generates random UIDs and suffixes, as Kubernetes does.</summary>
    private sealed class RandomNaming : IObjectNaming
    {
        private const int SuffixLength = 5;

        /// <summary>
        /// The characters of a suffix; without vowels, and without digits that look like letters, so that it is never a
        /// word.
        /// </summary>
        private const string Characters = "bcdfghjklmnpqrstvwxz2456789";

        public string CreateUid() => Guid.NewGuid().ToString();

        public string CreateSuffix() => RandomNumberGenerator.GetString(Characters, SuffixLength);
    }
}
