using System.Text.Json;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing.Synthesis;

namespace ImageStreams.Testing.Protocol;

/// <summary><c>/v2/NAME/referrers/DIGEST?artifactType=TYPE</c></summary>
internal sealed class ReferrerEndpoint(RegistryStore store, Func<bool> isSupported)
{
    public WireResponse Handle(WireRequest request)
    {
        if (!isSupported())
        {
            return ErrorResponses.NotFound;
        }

        return Digest.TryParse(request.Route.Reference, out var subject)
            ? store.Read(
                request.Host,
                request.Route.Repository,
                repository => List(repository.GetReferrers(subject), request.Parameter("artifactType")),
                () => ErrorResponses.NameUnknown)
            : ErrorResponses.DigestInvalid;
    }

    private static WireResponse List(IEnumerable<StoredManifest> referrers, string type)
    {
        var answer = WireResponse.FromJson(json =>
        {
            json.WriteNumber("schemaVersion", 2);
            json.WriteString("mediaType", MediaTypes.OciIndex);
            json.WriteStartArray("manifests");
            foreach (var referrer in referrers.Where(item => type.Length == 0 || item.Summary.ArtifactType == type))
            {
                json.WriteDescriptor(
                    "", referrer.MediaType, referrer.Digest, referrer.Content.Length, entry => Describe(entry, referrer));
            }

            json.WriteEndArray();
        }) with { ContentType = MediaTypes.OciIndex };
        return type.Length == 0 ? answer : answer.With(WireHeaders.FiltersApplied, "artifactType");
    }

    private static void Describe(Utf8JsonWriter entry, StoredManifest referrer)
    {
        entry.WriteString("artifactType", referrer.Summary.ArtifactType);
        entry.WriteStartObject("annotations");
        foreach (var (name, value) in referrer.Summary.Annotations)
        {
            entry.WriteString(name, value);
        }

        entry.WriteEndObject();
    }
}
