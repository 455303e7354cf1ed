using ImageStreams.Clients;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary><c>imagesignatures</c>: the signatures of images, each named <c>image@signature</c>, which are stored in their
/// images.</summary>
internal sealed class ServedSignatures(IImagesResource images) : ServedResource
{
    private const int Attempts = 10;

    public override ResourceDefinition Definition { get; } = ImageDefinitions.Signatures;

    public override async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var signature = BodyObjects.Read<ImageSignature>(request);
        var name = signature.Name;
        var written = await ChangeAsync(name, image => Add(image, signature), request.Write, cancellationToken).ConfigureAwait(false);
        var added = written.Signatures.FirstOrDefault(one => one.Name == name) ?? signature;
        return ServedAnswer.FromCreated(EncodedObjects.Encode(added));
    }

    public override async ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var options = new WriteOptions { DryRun = request.Delete.DryRun };
        await ChangeAsync(request.Name!, image => Remove(image, request.Name!), options, cancellationToken).ConfigureAwait(false);
        return Outcomes.Success;
    }

    private async Task<Image> ChangeAsync(
        string name, Func<Image, Image> change, WriteOptions options, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var image = await images.GetAsync(GetImage(name), cancellationToken).ConfigureAwait(false);
            try
            {
                return await images.UpdateAsync(change(image), options, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.Reason == ApiFailure.Conflict && attempt < Attempts)
            {
                // Others changed the image: the signature is put into what they wrote.
            }
        }
    }

    private Image Add(Image image, ImageSignature signature) => Has(image, signature.Name)
        ? throw ServedErrors.Create(
            ApiFailure.AlreadyExists,
            409,
            StatusReasons.AlreadyExists,
            $"{Definition.QualifiedName} \"{signature.Name}\" already exists",
            ServedErrors.CreateDetails(Definition, signature.Name))
        : image with { Signatures = [.. image.Signatures, signature with { Kind = null, ApiVersion = null }] };

    private Image Remove(Image image, string name) => Has(image, name)
        ? image with { Signatures = image.Signatures.Where(one => one.Name != name).ToValueList() }
        : throw ServedErrors.NotFound(Definition, name);

    private static bool Has(Image image, string name) => image.Signatures.Any(one => one.Name == name);

    private static string GetImage(string name)
    {
        var at = name.LastIndexOf('@');
        return at > 0 && at < name.Length - 1
            ? name[..at]
            : throw ServedErrors.BadRequest("ImageSignatures must be named <image>@<signature>");
    }
}
