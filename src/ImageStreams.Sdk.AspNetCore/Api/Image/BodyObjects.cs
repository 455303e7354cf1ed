using ImageStreams.Clients;
using ImageStreams.Serialization;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the objects in bodies as an API server does.</summary>
internal static class BodyObjects
{
    /// <summary>Reads the object; unknown and duplicate fields are refused, warned of, or ignored.</summary>
    /// <exception cref="ApiException">The body is no such object (400).</exception>
    public static T Read<T>(ResourceRequest request)
        where T : ApiObject, IWireObject<T> =>
        RequestBodies.Read<T>(request.Body.Span, request.Write.FieldValidation, request.Warn);

    /// <summary>Reads the object, with the namespace of the path.</summary>
    /// <exception cref="ApiException">The body is no such object, or names another namespace (400).</exception>
    public static T ReadInNamespace<T>(ResourceRequest request)
        where T : ApiObject, IWireObject<T>
    {
        var value = Read<T>(request);
        return value with { Metadata = InNamespace(value.Metadata, request) };
    }

    /// <summary>Requires that an object to replace has the name of the path.</summary>
    /// <exception cref="ApiException">It has another one, or none (400).</exception>
    public static void RequireName(ObjectMeta metadata, ResourceRequest request)
    {
        if (string.IsNullOrEmpty(metadata.Name))
        {
            throw ServedErrors.BadRequest(
                $"the name of the object ({request.Name} based on URL) was undeterminable: name must be provided");
        }

        if (metadata.Name != request.Name)
        {
            throw ServedErrors.BadRequest(
                $"the name of the object ({metadata.Name}) does not match the name on the URL ({request.Name})");
        }
    }

    /// <summary>Returns metadata with the namespace of the path.</summary>
    /// <exception cref="ApiException">The body names another one (400).</exception>
    private static ObjectMeta InNamespace(ObjectMeta metadata, ResourceRequest request)
    {
        if (string.IsNullOrEmpty(metadata.Namespace))
        {
            return metadata with { Namespace = request.Namespace };
        }

        return metadata.Namespace == request.Namespace
            ? metadata
            : throw ServedErrors.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
    }
}
