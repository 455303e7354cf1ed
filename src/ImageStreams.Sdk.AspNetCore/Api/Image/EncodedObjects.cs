using System.Text.Json;
using ImageStreams.Serialization;

namespace ImageStreams.AspNetCore;

/// <summary>The JSON of objects of the model, encoded once for all answers, lists and watches that have the same instance.</summary>
internal static class EncodedObjects
{
    /// <summary>Gets the JSON of an object.</summary>
    public static ServedObject Get<T>(T value)
        where T : ApiObject, IWireObject<T> => KeptEncodings.Newest.Find(value) ?? KeptEncodings.Newest.Keep(value, Encode(value));

    /// <summary>Returns a list as an answer.</summary>
    public static ServedAnswer ToAnswer<TList, T>(TList list)
        where TList : ApiList<T>
        where T : ApiObject, IWireObject<T>
    {
        var items = new ServedObject[list.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Get(list.Items[i]);
        }

        return new ServedAnswer.Many { List = new ServedList { Metadata = list.Metadata, Items = items } };
    }

    /// <summary>Encodes an object that is created for one answer.</summary>
    /// <param name="value">The object.</param>
    /// <param name="kind">The kind, where it is not that of the resource.</param>
    public static ServedObject Encode<T>(T value, string? kind = null)
        where T : ApiObject, IWireObject<T> => new(WithoutType(ImageStreamJson.SerializeToUtf8Bytes(value))) { Kind = kind };

    // Kind and version are the first members, or missing: the brace moves behind them.
    private static ReadOnlyMemory<byte> WithoutType(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("kind"u8) && !reader.ValueTextEquals("apiVersion"u8))
            {
                var start = (int)reader.TokenStartIndex - 1;
                json[start] = (byte)'{';
                return json.AsMemory(start);
            }

            reader.Skip();
        }

        return "{}"u8.ToArray();
    }
}
