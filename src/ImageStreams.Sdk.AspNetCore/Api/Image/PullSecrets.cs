using System.Text.Json;

namespace ImageStreams.AspNetCore;

/// <summary>Lists the secrets with which a namespace pulls images, where the API serves secrets.</summary>
internal sealed class PullSecrets(Func<IServedResources> getResources)
{
    private const int MaxDepth = 1024;

    private static readonly JsonReaderOptions Deep = new() { MaxDepth = MaxDepth };

    /// <summary>Lists them; null where the API serves no secrets.</summary>
    public async ValueTask<ServedAnswer?> FindAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        if (getResources().Find("", "v1", "secrets") is not { } secrets)
        {
            return null;
        }

        var list = new ResourceRequest { Verb = ResourceVerbs.List, Namespace = request.Namespace, User = request.User };
        var answer = await secrets.ListAsync(list, cancellationToken).ConfigureAwait(false);
        return answer is ServedAnswer.Many many ? CreateList(many.List.Metadata, many.List.Items.Where(IsForPulls)) : null;
    }

    /// <summary>Creates an answer with secrets.</summary>
    public static ServedAnswer CreateList(ListMeta metadata, IEnumerable<ServedObject> secrets) => new ServedAnswer.Many
    {
        List = new ServedList { Kind = "SecretList", Metadata = metadata, Items = [.. secrets] },
    };

    private static bool IsForPulls(ServedObject secret)
    {
        var reader = new Utf8JsonReader(secret.Utf8Json.Span, Deep);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType)
            {
                return reader.TokenType == JsonTokenType.String
                    && (reader.ValueTextEquals("kubernetes.io/dockercfg"u8) || reader.ValueTextEquals("kubernetes.io/dockerconfigjson"u8));
            }

            reader.Skip();
        }

        return false;
    }
}
