using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Workloads;

/// <content>Changes of images, which are made in the text; it is not read again.</content>
public sealed partial class Workload
{
    private static readonly UTF8Encoding Utf8Strictly = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JavaScriptEncoder Escaping = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Creates a copy with other images; everything else is kept, byte for byte.</summary>
    /// <param name="choose">
    /// Selects the new image of a container; null keeps the image. Called once for each container, in their order.
    /// </param>
    /// <returns>The copy; this object when no image changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="choose"/> is null.</exception>
    /// <exception cref="ArgumentException">An image has half of a surrogate pair.</exception>
    public Workload WithImages(Func<WorkloadContainer, string?> choose)
    {
        ArgumentNullException.ThrowIfNull(choose);

        var chosen = new string?[Containers.Count];
        var changes = 0;
        for (var i = 0; i < chosen.Length; i++)
        {
            var image = choose(Containers[i]);
            chosen[i] = image == Containers[i].Image ? null : image;
            changes += chosen[i] is null ? 0 : 1;
        }

        return changes == 0 ? this : ReplaceImages(chosen);
    }

    private Workload ReplaceImages(string?[] images)
    {
        var written = Array.ConvertAll(images, EscapeOrNull);
        var edits = new JsonEdits(CreateEdits(written));
        var locations = new ImageLocation[written.Length];
        var containers = new WorkloadContainer[written.Length];
        for (var i = 0; i < locations.Length; i++)
        {
            locations[i] = written[i] is { } image ? _text.Images[i].AfterEdit(image, edits) : _text.Images[i].After(edits);
            containers[i] = images[i] is { } other ? Containers[i] with { Image = other } : Containers[i];
        }

        return new Workload(_kind, _text.After(edits, locations))
        {
            ApiVersion = ApiVersion,
            Namespace = Namespace,
            Name = Name,
            HasController = HasController,
            IsPaused = IsPaused,
            Containers = ValueList<WorkloadContainer>.Own(containers),
            InitCount = InitCount,
            HasPods = HasPods,
            _triggers = _triggers,
        };
    }

    private List<JsonEdit> CreateEdits(byte[]?[] written)
    {
        var edits = new List<JsonEdit>(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] is { } image)
            {
                edits.Add(_text.Images[i].ToEdit(image));
            }
        }

        return edits;
    }

    private static byte[]? EscapeOrNull(string? image)
    {
        if (image is null)
        {
            return null;
        }

        var utf8 = ToUtf8(image);
        return Escaping.FindFirstCharacterToEncodeUtf8(utf8) < 0
            ? utf8
            : JsonEncodedText.Encode(image, Escaping).EncodedUtf8Bytes.ToArray();
    }

    private static byte[] ToUtf8(string text)
    {
        try
        {
            return Utf8Strictly.GetBytes(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException("The text has half of a surrogate pair, which is not a character.", e);
        }
    }
}
